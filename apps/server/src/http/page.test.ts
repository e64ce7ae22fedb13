import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { PageFile } from '@convene/web/bundle'
import { createPageAnswers } from './page.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (path: string, isImmutable: boolean): PageFile => ({
  path,
  type: 'text/javascript',
  isImmutable,
  body: bytes('the whole body'),
  load: 'first',
})
const answers = createPageAnswers([file('/index.html', false), file('/assets/main-1.js', true)])
const ask = (path: string, method = 'GET', accepted = '') =>
  answers(new Request(`http://desk.example${path}`, { method, headers: { 'accept-encoding': accepted } }))

test('files whose names hold their hashes are kept for ever, the page itself never', async () => {
  assert.match((await ask('/assets/main-1.js'))?.headers.get('cache-control') ?? '', /immutable/)
  for (const path of ['/', '/bookings/1', '/sign-in', '/apish'])
    assert.equal((await ask(path))?.headers.get('cache-control'), 'no-store', path)
})

test('what is unknown below the API, or asked for by another method, is no page', () => {
  for (const path of ['/api/v1/nothing', '/api', '/assets/gone-2.js', '/docs/nothing', '/zoom/other'])
    assert.equal(ask(path), undefined, path)
  assert.equal(ask('/', 'POST'), undefined)
})

for (const [accepted, encoding, decompress] of [
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ['identity', null, Buffer.from],
  ['', null, Buffer.from],
] as const)
  test(`who accepts "${accepted}" gets ${encoding ?? 'it plain'}, each time the same and whole`, async () => {
    for (const _ of [1, 2]) {
      const answer = await ask('/assets/main-1.js', 'GET', accepted)
      assert.equal(answer?.headers.get('content-encoding'), encoding)
      const body = Buffer.from((await answer?.arrayBuffer()) ?? [])
      assert.equal(answer?.headers.get('content-length'), String(body.length))
      assert.equal(decompress(body).toString(), 'the whole body')
    }
  })
