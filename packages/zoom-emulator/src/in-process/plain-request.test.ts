import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainRequest } from './plain-request.ts'

const base = 'http://127.0.0.1:9'
const text = (alphabet: string, maxLength = 12) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength })

test('whatever is taken as a plain request is what the standard makes of the same input, and what that refuses is not taken', async () => {
  const path = fc.oneof(text('/.ab%2eE?=&~'), text('/a.\\#"\' <|é')).map((rest) => `/v2/${rest}`)
  const name = fc.oneof(fc.constantFrom('Authorization', 'content-type', 'x-convene', 'X-Convene'), text('aA-_:é ', 5))
  const value = fc.oneof(fc.constant('Bearer abc'), text('aZ ~!', 8), text('a\t\n\u00e9\u4e2d', 3))
  const init = fc.record(
    {
      method: fc.constantFrom('POST', 'PATCH', 'DELETE', 'GET', 'HEAD', 'get', 'TRACE'),
      headers: fc.dictionary(name, value, { maxKeys: 2 }),
      body: fc.oneof(fc.constantFrom('', '{"topic":"会议"}', '\ud800'), fc.constant(new URLSearchParams({ a: 'b c' }))),
    },
    { requiredKeys: [] },
  )
  let plainOnes = 0
  await fc.assert(
    fc.asyncProperty(path, fc.boolean(), init, async (where, isWhole, given) => {
      const plain = plainRequest(base, isWhole ? base + where : where, given)
      if (!plain) return
      plainOnes++
      const standard = new Request(base + where, given)
      assert.deepEqual([plain.method, plain.url], [standard.method, standard.url])
      const { 'content-length': length, ...headers } = Object.fromEntries(plain.headers)
      assert.deepEqual(headers, Object.fromEntries(standard.headers))
      const sent = await standard.text()
      assert.equal(length, given.body === undefined ? undefined : String(Buffer.byteLength(sent)))
      assert.equal(await new Response(plain.body).text(), sent)
      assert.equal(await plain.text(), sent)
    }),
    { numRuns: 3000 },
  )
  assert.ok(plainOnes > 100)
})

test('the calls of a client are plain requests', () => {
  const headers = { authorization: 'Bearer a.b-c_d', accept: 'application/json', 'content-type': 'application/json' }
  assert.ok(plainRequest(base, `${base}/v2/meetings/1?occurrence_id=2&type=scheduled`, { headers, redirect: 'manual' }))
  assert.ok(plainRequest(base, '/v2/users/mei%40example.com/meetings', { method: 'POST', headers, body: '{}' }))
  assert.equal(plainRequest(base, 'https://api.zoom.us/v2/users/me', { headers }), undefined)
})
