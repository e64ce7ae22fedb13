import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ZoomError } from '../errors.ts'
import { encodeBody, encodePathValue, encodeQuery, encodeTarget } from './encode.ts'
import type { Operation, QueryValue } from './operation.ts'

const operation: Operation = {
  id: 'meetingGet',
  method: 'GET',
  path: '/meetings/{meetingId}/registrants/{registrantId}',
  repeat: 'safe',
  scopes: { granular: [], classic: [] },
}

const invalid = (field: string) => (error: unknown) =>
  error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field

test('an id reaches exactly the resource that was meant', () => {
  const rows: [string | number, string][] = [
    [85746065432, '85746065432'],
    ['me', 'me'],
    ['ada+zoom@example.org', 'ada%2Bzoom%40example.org'],
    ['4444AAAiAAAAAiAiAiiAii==', '4444AAAiAAAAAiAiAiiAii%3D%3D'],
    ['a/b==', 'a%2Fb%3D%3D'],
    ['/ajXp112QmuoKj4854875==', '%252FajXp112QmuoKj4854875%253D%253D'],
    ['aj//Xp112QmuoKj485487==', 'aj%252F%252FXp112QmuoKj485487%253D%253D'],
    ['../users', '..%2Fusers'],
    ['%2e%2e', '%252e%252e'],
    ['?x#y', '%3Fx%23y'],
  ]
  for (const [value, encoded] of rows) assert.equal(encodePathValue('id', value), encoded)
})

test('an id that would reach another resource, or none, is refused by its name', () => {
  for (const value of ['', ' ', '.', '..', undefined, null, Number.NaN, 1.5, -1, 2 ** 53, {}, '\ud800'])
    assert.throws(() => encodePathValue('meetingId', value), invalid('meetingId'), String(value))
  assert.throws(() => encodeTarget(operation, { path: { meetingId: 1 } }), invalid('registrantId'))
})

test('whatever the id, the path keeps its segments, and the server reads the id back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      fc.pre(id.trim() !== '' && id !== '.' && id !== '..' && id.isWellFormed())
      const target = encodeTarget(operation, { path: { meetingId: id, registrantId: 'r' } })
      const segments = new URL(`https://api.zoom.us/v2${target}`).pathname.split('/')
      assert.deepEqual([segments.length, segments[2], segments[4], segments[5]], [6, 'meetings', 'registrants', 'r'])
      const once = decodeURIComponent(segments[3] ?? '')
      assert.equal(id.startsWith('/') || id.includes('//') ? decodeURIComponent(once) : once, id)
    }),
  )
})

test('a query says what was given: lists as CSV, undefined left out', () => {
  const rows: [Record<string, QueryValue>, string][] = [
    [{}, ''],
    [{ page_size: 30, next_page_token: undefined }, 'page_size=30'],
    [{ type: 'upcoming', show: true }, 'type=upcoming&show=true'],
    [{ ids: ['a', 'b&c', 3] }, 'ids=a,b%26c,3'],
    [{ ids: [] }, ''],
    [{ next_page_token: 'a+b/c=' }, 'next_page_token=a%2Bb%2Fc%3D'],
    [{ email: '' }, 'email='],
  ]
  for (const [query, text] of rows) assert.equal(encodeQuery(query), text)
  const { path: _path, ...plain } = operation
  assert.equal(encodeTarget({ ...plain, path: '/users' }, { query: { page_size: 2 } }), '/users?page_size=2')
})

test('a query value that no server could read as meant is refused', () => {
  const wrong: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, null, new Date(0), { a: 1 }, ['a,b'], '\udfff']
  for (const value of wrong)
    assert.throws(() => encodeQuery({ from: value as QueryValue }), invalid('from'), String(value))
})

test('a body that is no plain data is refused', () => {
  assert.equal(encodeBody({ topic: 'Café', duration: undefined }), '{"topic":"Café"}')
  assert.equal(encodeBody(undefined), undefined)
  const round: Record<string, unknown> = {}
  round.self = round
  assert.throws(() => encodeBody(round), invalid('body'))
  assert.throws(() => encodeBody({ id: 1n }), invalid('body'))
})
