import fc from 'fast-check'
import type { Schema } from '../../../scripts/zoom-data/operation.ts'

/** What nobody sends on purpose. */
const odd: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(5000),
  '\u{1F600}',
  '\ud800',
  [],
  {},
  [[]],
  true,
]
const instants = [
  '2026-12-17T18:00:00',
  '2027-03-14T02:30:00Z',
  '2026-02-30T10:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-12-17',
]
const words = [
  'mei@example.com',
  'owner@example.com',
  'nobody@example.com',
  '1,3',
  '1',
  '30',
  'Asia/Taipei',
  'Day',
  '123456',
]

/** Mostly what the schema asks for, now and then anything at all. */
export function arbitraryOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 2 }))
  return fc.oneof({ weight: 20, arbitrary: wellFormed(schema, depth) }, anything)
}

function wellFormed(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, depth)))
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum)
  if (schema.type === 'object') return arbitraryObject(schema, depth)
  if (schema.type === 'array')
    return fc.array(arbitraryOf(schema.items ?? {}, depth + 1), { maxLength: depth > 3 ? 1 : 3 })
  if (schema.type === 'boolean') return fc.constantFrom(true, false, 'true', 'False')
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(
      fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 2000 }),
      fc.constantFrom(1, 2, 8, '45'),
    )
  return fc.oneof(fc.constantFrom(...instants, ...words), fc.string({ maxLength: schema.maxLength ?? 40 }))
}

/** Required fields nearly always, others now and then: a body with all of them is never right. */
function arbitraryObject({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const names = Object.keys(properties)
  if (depth > 4 || names.length === 0) return fc.constant({})
  const optional = names.filter((name) => !required.includes(name))
  return fc
    .record({
      chosen:
        optional.length > 0 ? fc.subarray(optional, { maxLength: Math.min(optional.length, 5) }) : fc.constant([]),
      forgets: fc.integer({ min: 0, max: 9 }),
    })
    .chain(({ chosen, forgets }) => {
      const kept = forgets === 0 ? required.slice(1) : required
      return fc.record(
        Object.fromEntries([...kept, ...chosen].map((name) => [name, arbitraryOf(properties[name] ?? {}, depth + 1)])),
      )
    })
}
