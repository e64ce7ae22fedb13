import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ZoomError } from '../errors.ts'
import { checkKey } from './plan.ts'

for (const [name, key] of [
  ['an empty one', ' '],
  ['one that is too long', 'x'.repeat(201)],
  ['a number', 17],
  ['one that PostgreSQL cannot hold', 'booking\0'],
  ['one that is another one in UTF-8', 'booking \ud800'],
] as const)
  test(`a key is refused before anything is kept: ${name}`, () => {
    assert.throws(
      () => checkKey(key),
      (error) => error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === 'key',
    )
  })

test('a key may be any other text, in any script', () => {
  for (const key of ['17', '預約 17 👩‍💻', 'x'.repeat(200)]) checkKey(key)
})
