import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextResponse } from './text-response.ts'

const text = '{"topic":"会议"}'
const fields = { 'content-type': 'application/json', 'x-a': '1' }
const make = () => new TextResponse(text, 201, fields)
/** Before a server of another test has put its own in the place. */
const StandardResponse = Response
const standard = () => new StandardResponse(text, { status: 201, headers: fields })

const readings: Record<string, (response: Response) => unknown> = {
  status: ({ status, ok, statusText, type, redirected, url }) => [status, ok, statusText, type, redirected, url],
  headers: ({ headers }) => [...headers],
  text: (response) => response.text(),
  json: (response) => response.json(),
  bytes: (response) => response.bytes(),
  arrayBuffer: (response) => response.arrayBuffer(),
  blob: async (response) => (await response.blob()).text(),
  body: async ({ body }) => Array.fromAsync(body ?? [], (chunk) => Buffer.from(chunk).toString()),
  clone: async (response) => [await response.clone().text(), await response.text()],
  copy: async (response) => new StandardResponse(response.body, response).text(),
  'used before': ({ bodyUsed }) => bodyUsed,
  'used after': async (response) => [await response.text(), response.bodyUsed],
  'read twice': async (response) => [await response.text(), await response.text().catch(({ name }: Error) => name)],
  'read in two ways': async (response) => [
    await response.json(),
    await response.bytes().catch(({ name }: Error) => name),
  ],
  'a clone after reading': async (response) => {
    await response.text()
    return assert.throws(() => response.clone(), TypeError)
  },
}
for (const [name, read] of Object.entries(readings))
  test(`an answer without a socket is read as one of the standard: ${name}`, async () => {
    assert.deepEqual(await read(make()), await read(standard()))
  })

test('headers can be added before and after somebody has looked at them', () => {
  const answer = make()
  answer.addHeaders({ date: 'now', 'x-a': '2' })
  assert.equal(answer.headers.get('x-a'), '2')
  answer.addHeaders({ 'x-a': '3' })
  assert.deepEqual([answer.headers.get('x-a'), answer.headers.get('date')], ['3', 'now'])
})
