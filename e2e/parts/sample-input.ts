import type { Schema, ZoomOperation } from '../../scripts/zoom-data/operation.ts'

/** An input that an operation takes, and what of it is to arrive at Zoom. */
export interface SampleInput {
  readonly path: Readonly<Record<string, string | number>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** Something for every id, parameter and field of an operation. */
export function sampleInput({ parameters, requestBody }: ZoomOperation): SampleInput {
  const of = (place: 'path' | 'query') => parameters.filter((parameter) => parameter.in === place)
  const body = requestBody?.schema
  return {
    path: Object.fromEntries(of('path').map(({ name }) => [name, idOf(name)])),
    query: Object.fromEntries(
      of('query')
        .filter(({ name }) => !['next_page_token', 'page_size', 'page_number'].includes(name))
        .map(({ name, schema }) => [name, name === 'timezone' ? 'UTC' : sampleOf(schema)]),
    ),
    body: body && (sampleOf(body) as Record<string, unknown>),
  }
}

const idOf = (name: string): string | number => (/^(meeting|webinar)Id$/.test(name) ? 85746065432 : `${name} /+1`)

/** A value that fits a schema. */
export function sampleOf(schema: Schema): unknown {
  const one = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema
  if (one.enum) return one.enum[0]
  if (one.properties)
    return Object.fromEntries(Object.entries(one.properties).map(([name, member]) => [name, sampleOf(member)]))
  if (one.type === 'array') return [sampleOf(one.items ?? { type: 'string' })]
  if (one.type === 'integer' || one.type === 'number') return Math.max(1, one.minimum ?? 1)
  if (one.type === 'boolean') return true
  if (one.type !== 'string') return {}
  if (one.format === 'binary') return new File(['bytes'], 'sample.png', { type: 'image/png' })
  if (one.format === 'email') return 'ada@example.com'
  if (one.format === 'date') return '2030-01-31'
  return 'x'.repeat(Math.max(1, one.minLength ?? 1))
}
