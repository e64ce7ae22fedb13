import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HttpProblem } from './http-problem.ts'
import { checkFields, parseJson } from './read-text.ts'

const refused = (field: string | undefined) => (error: unknown) =>
  error instanceof HttpProblem && error.code === 'invalid_input' && error.details.field === field

test('a text that no database keeps is refused by its field, wherever it comes', () => {
  assert.throws(() => checkFields({ id: 'a\u0000' }), refused('id'))
  assert.throws(() => parseJson(String.raw`{"people":[{"name":"a\u0000b"}]}`), refused('name'))
  assert.throws(() => parseJson(String.raw`{"people":["\u0000"]}`), refused('0'))
})

test('what looks like it and is not goes through as it is', () => {
  assert.deepEqual(parseJson(String.raw`{"a":"\\u0000","b":"\u0001"}`), { a: String.raw`\u0000`, b: '\u0001' })
  assert.deepEqual(checkFields({ id: '%00' }), { id: '%00' })
})

test('what is no JSON is refused', () => {
  for (const text of ['', '{', String.raw`{"a":"\u0000"`]) assert.throws(() => parseJson(text), refused(undefined))
})
