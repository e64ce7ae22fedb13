import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBytePool } from './byte-pool.ts'

test('no random byte is handed out twice, and every piece has the length that was asked for', () => {
  let next = 0
  const take = createBytePool((length) => Uint8Array.from({ length }, () => next++), 32)
  const seen = new Set<number>()
  for (const length of [1, 16, 8, 15, 31, 0, 9, 33, 5]) {
    const bytes = take(length)
    assert.equal(bytes.length, length)
    for (const byte of bytes) {
      assert.ok(!seen.has(byte), `${byte} came twice`)
      seen.add(byte)
    }
  }
})
