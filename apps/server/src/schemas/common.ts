import type { Instant, Language, Message, PageOf, Problem, Role } from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { problemCodes } from '../http/problem-codes.ts'

export const instant: z.ZodType<Instant> = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .openapi({ description: 'RFC 3339 in UTC, to the second', example: '2026-12-20T10:00:00Z' })

export const day: z.ZodType<string> = z.string().openapi({ description: 'A day', example: '2026-12-20' })

export const wallTime: z.ZodType<string> = z
  .string()
  .openapi({ description: 'Wall time, in the zone named beside it', example: '2026-12-20T18:00' })

export const timeZone: z.ZodType<string> = z.string().openapi({ description: 'IANA', example: 'Asia/Taipei' })

export const language: z.ZodType<Language> = z.enum(['en', 'zh-TW', 'zh-CN', 'ja', 'tr'])

export const role: z.ZodType<Role> = z.enum(['member', 'manager', 'admin'])

/** The domain's own type is a union of some sixty codes, each with its values; a program needs the code and the words. */
export const message: z.ZodType<Message> = (
  z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) }) as unknown as z.ZodType<Message>
).openapi('Message', { description: 'What is said, for any language: a code and its values' })

/** A schema with a name, or null: `.nullable()` would make null a part of what has the name. */
export function orNull<Value>(schema: z.ZodType<Value>): z.ZodType<Value | null> {
  return z.union([schema, z.null()])
}

/** A field that may be absent; `exactOptional` says so too, but the description made of it would have the field as needed. */
export function absentOr<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  return schema.optional() as unknown as z.ZodExactOptional<Schema>
}

/** Where the domain's type has `undefined`, a field is absent on the wire: the same to JSON, and not to TypeScript. */
export function absentForUndefined<Value>(schema: z.ZodType): z.ZodType<Value> {
  return schema as z.ZodType<Value>
}

/** A page of a list. */
export function pageOf<Row>(row: z.ZodType<Row>): z.ZodType<PageOf<Row>> {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable().openapi({ description: 'What to give as `after` for the next page' }),
  })
}

/** All rows at once. */
export function rowsOf<Row>(row: z.ZodType<Row>): z.ZodType<{ readonly rows: readonly Row[] }> {
  return z.object({ rows: z.array(row) })
}

export interface PageQuery {
  readonly after?: string | undefined
  readonly limit: number
}

const mostRows = 200
const usualRows = 50

/** A number in a query. */
function queryNumber(least: number, most: number, usual: number): z.ZodType<number> {
  return z.coerce.number().int().min(least).max(most).default(usual) as z.ZodType<number>
}

/** Later ones have no form in RFC 3339 in UTC. */
const latest = Date.parse('9999-12-31T23:59:59Z')

/** A parameter of a query that is an instant; with a day alone, its beginning in UTC. */
export const queryInstant: z.ZodType<number> = z
  .string()
  .transform((text, context) => {
    const at = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
      ? Date.parse(text)
      : Number.NaN
    if (at <= latest) return at
    context.addIssue({ code: 'custom', message: 'give an instant such as 2026-12-20T10:00:00Z' })
    return z.NEVER
  })
  .openapi({ type: 'string', format: 'date-time', example: '2026-12-20T10:00:00Z' })

const pageFields: { readonly after: z.ZodType<string | undefined>; readonly limit: z.ZodType<number> } = {
  after: z.string().max(200).optional().openapi({ description: '`next` of the page before' }),
  limit: queryNumber(1, mostRows, usualRows),
}
export const pageQuery: z.ZodType<PageQuery> = z.object(pageFields)
export { pageFields }

/** A page of bookings goes on from a place in time, which holds also when the booking there is moved. */
export const bookingsFields: typeof pageFields = {
  ...pageFields,
  after: z
    .string()
    .max(220)
    .regex(/^\d{1,15}\../s, 'give what `next` of the page before said')
    .optional()
    .openapi({ description: '`next` of the page before' }),
}
export const bookingsQuery: z.ZodType<PageQuery> = z.object(bookingsFields)

/** What leads to the next page, of one row more than were asked for. */
export function nextAfter(found: readonly { readonly place: string }[], limit: number): string | null {
  return found.length > limit ? (found[limit - 1]?.place ?? null) : null
}

/** The id in a path. */
export const idParams: z.ZodType<{ readonly id: string }> = z.object({ id: z.string().min(1).max(200) })

/** What every refusal looks like (RFC 9457). */
export const problem: z.ZodType<Problem> = (
  z.object({
    type: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problemCodes) as [string, ...string[]]),
    title: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    value: z.unknown().optional(),
    says: message.optional(),
    nearest: z.unknown().optional(),
    split: z.array(z.unknown()).optional(),
    refusals: z.array(z.unknown()).optional(),
    refused: z.array(z.unknown()).optional(),
    alternatives: z.unknown().optional(),
    retryAfter: z.number().int().optional(),
    requestId: z.string(),
  }) as unknown as z.ZodType<Problem>
).openapi('Problem')
