import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { apiKeyFrom, createApiKey } from './api-key.ts'

test('a key says whose it is, and keeps all of its 256 bits', () => {
  assert.match(createApiKey(randomBytes), /^cvn_[0-9A-Za-z]{43}$/)
  const of = (byte: number, at: number) => {
    const bytes = new Uint8Array(32)
    bytes[at] = byte
    return createApiKey(() => bytes)
  }
  const keys = Array.from({ length: 32 }, (_, at) => [of(1, at), of(128, at)]).flat()
  assert.equal(new Set(keys).size, 64)
  assert.equal(createApiKey(() => new Uint8Array(32).fill(255)).length, 47)
})

test('a key is read from the header as HTTP writes it, and nothing else passes for one', () => {
  const key = createApiKey(randomBytes)
  for (const header of [`Bearer ${key}`, `bearer ${key}`, `Bearer  ${key} `]) assert.equal(apiKeyFrom(header), key)
  for (const header of [
    key,
    `Basic ${key}`,
    `Bearer ${key}x`,
    `Bearer ${key} x`,
    `Bearer ${key.slice(0, -1)}`,
    'Bearer',
    '',
  ])
    assert.equal(apiKeyFrom(header), undefined, header)
})
