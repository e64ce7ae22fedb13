import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createToken, hashOf, isSame } from './tokens.ts'

test('a token has 256 bits, and needs no escaping in a URL or a cookie', () => {
  const token = createToken(randomBytes)
  assert.match(token, /^[\w-]{43}$/)
  assert.notEqual(createToken(randomBytes), token)
  assert.notEqual(
    createToken(() => new Uint8Array(32).fill(255)),
    createToken(() => new Uint8Array(32)),
  )
})

test('what is kept of a token is not the token', () => {
  const token = createToken(randomBytes)
  assert.match(hashOf(token), /^[\w-]{43}$/)
  assert.notEqual(hashOf(token), token)
  assert.equal(hashOf(token), hashOf(token))
})

test('two texts are compared whole', () => {
  for (const [one, other, same] of [
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'ab', false],
    ['', '', true],
    ['é', 'e', false],
  ] as const)
    assert.equal(isSame(one, other), same, `${one} ${other}`)
})
