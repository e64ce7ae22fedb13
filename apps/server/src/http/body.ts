import type { z } from '@hono/zod-openapi'
import { parseInput } from './parse-input.ts'

/** What a route takes as its body: how it is described, and how it is read. */
export interface RequestBody<Body> {
  readonly schema: z.ZodType
  /** `application/json` unless said. */
  readonly type?: 'application/x-www-form-urlencoded'
  readonly parse: (value: unknown) => Body
}

/** A body in JSON that the schema reads. */
export function jsonBody<Body>(schema: z.ZodType<Body>): RequestBody<Body> {
  return { schema, parse: (value) => parseInput(schema, value) }
}

/** A body in JSON that the schema describes and the domain reads, whose refusals can be told in any language. */
export function parsedBody<Body>(schema: z.ZodType, parse: (value: unknown) => Body): RequestBody<Body> {
  return { schema, parse }
}
