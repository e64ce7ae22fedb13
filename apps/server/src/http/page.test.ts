import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PageFile } from '@convene/web/bundle'
import { chooseEncoding, createPageAnswers } from './page.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (path: string, isImmutable: boolean): PageFile => ({
  path,
  type: 'text/javascript',
  isImmutable,
  body: bytes('the whole body'),
  gzip: bytes('gzip'),
  brotli: bytes('br'),
  load: 'first',
})
const answers = createPageAnswers([file('/index.html', false), file('/assets/main-1.js', true)])
const ask = (path: string, method = 'GET') => answers(new Request(`http://desk.example${path}`, { method }))

test('files whose names hold their hashes are kept for ever, the page itself never', () => {
  assert.match(ask('/assets/main-1.js')?.headers.get('cache-control') ?? '', /immutable/)
  for (const path of ['/', '/bookings/1', '/sign-in', '/apish'])
    assert.equal(ask(path)?.headers.get('cache-control'), 'no-store', path)
})

test('what is unknown below the API, or asked for by another method, is no page', () => {
  for (const path of ['/api/v1/nothing', '/api', '/assets/gone-2.js', '/docs/nothing', '/zoom/other'])
    assert.equal(ask(path), undefined, path)
  assert.equal(ask('/', 'POST'), undefined)
})

for (const [accepted, encoding] of [
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['identity', undefined],
  ['', undefined],
] as const)
  test(`who accepts "${accepted}" gets ${encoding ?? 'it plain'}`, () =>
    assert.equal(chooseEncoding(file('/', false), accepted)[0], encoding))
