import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pathToGoOnTo } from './next-path.ts'

const good = ['/', '/bookings/b1', '/calendar?day=2026-12-20', '/bookings/b1#people', '/book?title=%E6%9C%83%E8%AD%B0']
for (const path of good)
  test(`after signing in, ${path} is gone on to`, () => {
    assert.equal(pathToGoOnTo(path), path)
  })

const bad = [
  undefined,
  '',
  'bookings',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/api/v1/sign-out',
  '/x/../api/v1/me/export',
  `/${'a'.repeat(500)}`,
]
for (const path of bad)
  test(`${JSON.stringify(path)} leads to the first page`, () => {
    assert.equal(pathToGoOnTo(path), '/')
  })

test('no text leads a browser away from the desk', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ' ',
    'evil.example',
    'http',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 }))), (pieces) => {
      const path = pathToGoOnTo(pieces.join(''))
      const from = new URL('/sign-in', 'https://desk.example')
      assert.equal(new URL(path, from).origin, from.origin)
      // Tidied up once more by the browser, it stays.
      assert.equal(pathToGoOnTo(path), path)
    }),
  )
})
