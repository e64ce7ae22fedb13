import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { realAmbient } from '../http/ambient.ts'
import { canonicalJson, hashOf } from './canonical.ts'

/** The same value with the names of its objects in the other order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reordered(inner)]),
  )
}

test('the order of names changes nothing, at any depth', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(canonicalJson(reordered(value)), canonicalJson(value))))
})

test('nothing is lost: what is read back is the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) =>
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value))),
    ),
  )
})

for (const [what, one, other] of [
  ['a name that is undefined and one that is missing', { a: 1, b: undefined }, { a: 1 }],
  ['names in another order', { b: { d: 1, c: 2 }, a: 3 }, { a: 3, b: { c: 2, d: 1 } }],
  ['an instant and its text', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
] as const)
  test(`${what} are equal`, () => assert.equal(canonicalJson(one), canonicalJson(other)))

for (const [what, one, other] of [
  ['lists in another order', [1, 2], [2, 1]],
  ['a number and its text', { a: 1 }, { a: '1' }],
  ['null and a missing name', { a: null }, {}],
  ['a list and an object', ['a'], { 0: 'a' }],
] as const)
  test(`${what} differ`, () => assert.notEqual(canonicalJson(one), canonicalJson(other)))

test('a hash is the SHA-256 of that text, in hex', async () => {
  const expected = createHash('sha256').update('{"a":"面試","b":2}').digest('hex')
  assert.equal(await hashOf(realAmbient, { b: 2, a: '面試' }), expected)
})
