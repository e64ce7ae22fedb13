/** Every operation that is known of Zoom goes out as Zoom names it: method, path, query, body and pages, through the real client. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { bearer, createZoomClient, type ZoomClient } from '@convene/zoom'
import type { ZoomOperation } from '../scripts/zoom-data/operation.ts'
import { loadOperations } from '../scripts/zoom-data/operations.ts'
import { sampleInput, sampleOf } from './parts/sample-input.ts'

interface Received {
  readonly method: string
  readonly url: URL
  readonly contentType: string
  readonly body: Buffer
}

let zoom: ZoomClient
let answer: (request: Received) => { status: number; body?: unknown }
const received: Received[] = []

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const url = new URL(request.url ?? '', 'http://zoom')
  const { method = '', headers } = request
  const one = { method, url, contentType: headers['content-type'] ?? '', body }
  received.push(one)
  const reply = answer(one)
  response.writeHead(reply.status, { 'content-type': 'application/json' })
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body))
}
const server = createServer((request, response) => void handle(request, response))
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  zoom = createZoomClient({ auth: bearer('test'), apiUrl: `${url}/v2`, oauthUrl: `${url}/oauth`, retries: 0 })
})
after(() => server.close())

type Call = (input?: object) => PromiseLike<unknown> & AsyncIterable<unknown>

function callOf({ resource, methodName }: ZoomOperation): Call {
  const calls = (zoom as unknown as Record<string, Record<string, Call>>)[resource]
  const call = calls?.[methodName]
  assert.ok(call, `zoom.${resource}.${methodName} is missing`)
  return call
}

/** Ids as the client calls them. */
const camel = (name: string): string => name.replace('UUID', 'Uuid')

const poll = { title: 'Next time', poll_type: 1, questions: [{ name: 'Which?', type: 'single', answers: ['a', 'b'] }] }

/** Where more is checked than names, a body that passes: the fields of a time have to fit each other. */
const bodies: Readonly<Record<string, Record<string, unknown>>> = {
  'POST /users/{userId}/meetings': { topic: 'Reading group', agenda: 'Chapter one' },
  'POST /meetings/{meetingId}/polls': poll,
  'PUT /meetings/{meetingId}/polls/{pollId}': poll,
  'POST /meetings/{meetingId}/batch_polls': { polls: [poll] },
  'POST /users': { action: 'create', user_info: { email: 'ada@example.com', type: 1 } },
  'POST /users/{userId}/webinars': { topic: 'Lecture', agenda: 'Chapter one' },
  'PATCH /webinars/{webinarId}': { topic: 'Lecture', agenda: 'Chapter one' },
  'PATCH /meetings/{meetingId}': { topic: 'Reading group', agenda: 'Chapter one' },
}

function inputOf(operation: ZoomOperation): {
  input: Record<string, unknown>
  body: Record<string, unknown> | undefined
} {
  const { path, query, body } = sampleInput(operation)
  const sent = body && (bodies[operation.name] ?? body)
  const ids = Object.fromEntries(Object.entries(path).map(([name, value]) => [camel(name), value]))
  return { input: { ...ids, ...oneDate(operation, query), ...sent }, body: sent }
}

/** Of one date of a series only some fields change, and the sample has others. */
function oneDate({ name }: ZoomOperation, query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { occurrence_id, ...rest } = query
  if (occurrence_id === undefined) return rest
  return name.startsWith('PATCH') ? rest : { ...rest, occurrence_id: '1648194360000' }
}

/** The answer of an operation with everything in it that Zoom could answer. */
function fullAnswer(operation: ZoomOperation): { status: number; body?: unknown } {
  const [status = 200, schema] =
    [...operation.responses].find(([, one]) => one !== undefined) ?? [...operation.responses][0] ?? []
  return schema === undefined ? { status } : { status, body: sampleOf(schema) }
}

for (const operation of loadOperations()) {
  const { name, method, path, resource, methodName, rows, requestBody } = operation
  const called = `zoom.${resource}.${methodName}`

  test(`${called} sends ${name}`, async () => {
    received.length = 0
    const { input, body } = inputOf(operation)
    answer = (request) =>
      request.method === method ? { ...fullAnswer(operation), ...lastPage(operation) } : readBack(operation)
    await callOf(operation)(Object.keys(input).length > 0 ? input : undefined)
    const [request] = received.filter((one) => one.method === method)
    assert.ok(request, 'nothing was sent')
    const expectedPath = path.replaceAll(/\{(\w+)\}/g, (_, id: string) => encodeURIComponent(String(input[camel(id)])))
    assert.equal(request.url.pathname, `/v2${expectedPath}`)
    const query = operation.parameters.filter((one) => one.in === 'query' && input[one.name] !== undefined)
    for (const one of query) assert.equal(request.url.searchParams.get(one.name), String(input[one.name]), one.name)
    if (requestBody?.contentType === 'multipart/form-data') {
      const headers = { 'content-type': request.contentType }
      const form = await new Response(new Uint8Array(request.body), { headers }).formData()
      assert.deepEqual([...form.keys()].sort(), Object.keys(body ?? {}).sort())
    } else if (body) assert.deepEqual(JSON.parse(String(request.body)), body)
    else assert.equal(request.body.length, 0)
  })

  if (rows !== undefined)
    test(`${called} reads page after page`, async () => {
      received.length = 0
      const { input } = inputOf(operation)
      answer = ({ url }) => {
        const isSecond = url.searchParams.get('next_page_token') === 'second'
        const page = fullAnswer(operation).body as Record<string, unknown>
        return { status: 200, body: { ...page, next_page_token: isSecond ? '' : 'second' } }
      }
      let count = 0
      for await (const row of callOf(operation)(input)) {
        assert.ok(row)
        count += 1
      }
      assert.equal(count, 2)
      assert.equal(received.length, 2)
    })

  const misspelt = misspeltName(operation)
  if (misspelt !== undefined)
    test(`${called} refuses "${misspelt}" before anything is sent`, async () => {
      received.length = 0
      const { input } = inputOf(operation)
      const call = async () => await callOf(operation)({ ...input, [misspelt]: 'x' })
      await assert.rejects(call, { code: 'invalid_input', message: new RegExp(`^${misspelt} is `) })
      assert.equal(received.length, 0)
    })
}

function lastPage(operation: ZoomOperation): object {
  return operation.rows === undefined
    ? {}
    : { body: { ...(fullAnswer(operation).body as object), next_page_token: '' } }
}

/** What a call that reads back what it changed is answered. */
function readBack({ resource }: ZoomOperation): { status: number; body?: unknown } {
  const get = loadOperations().find((one) => one.resource === resource && one.methodName === 'get')
  assert.ok(get)
  return fullAnswer(get)
}

/** A name of the operation as people misspell it: in camelCase. */
function misspeltName({ parameters, requestBody }: ZoomOperation): string | undefined {
  const names = [
    ...parameters.filter((one) => one.in === 'query').map((one) => one.name),
    ...Object.keys(requestBody?.schema.properties ?? {}),
  ]
  const name = names.find((one) => /_[a-z]/.test(one))
  return name?.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
