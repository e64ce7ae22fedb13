import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ZoomOperation } from '../../../scripts/zoom-data/operation.ts'
import { loadOperations } from '../../../scripts/zoom-data/operations.ts'
import { listCoverage, startEmulator } from '../src/index.ts'
import { arbitraryOf } from './schema-arbitrary.ts'
import { findAnswerMistakes } from './strict-answers.ts'

const present = new Set(listCoverage().flatMap(({ operation, status }) => (status === 'planned' ? [] : operation)))
const operations = loadOperations().filter(({ name }) => present.has(name))
const byName = new Map(operations.map((operation) => [operation.name, operation]))

/** One request: an operation with a path, a query and a body that may or may not make sense. */
interface Request {
  readonly name: string
  readonly picks: readonly number[]
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** Those that make things come often, so that the others have something to work on. */
const request: fc.Arbitrary<Request> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...operations) },
    { weight: 1, arbitrary: fc.constantFrom(...operations.filter(({ method }) => method === 'POST')) },
  )
  .chain((operation) => {
    const queryNames = operation.parameters.filter(({ in: place }) => place === 'query')
    const query = Object.fromEntries(queryNames.map(({ name, schema }) => [name, arbitraryOf(schema)]))
    return fc.record({
      name: fc.constant(operation.name),
      picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      query: fc.record(query, { requiredKeys: [] }),
      body: operation.requestBody ? arbitraryOf(operation.requestBody.schema) : fc.constant(undefined),
    })
  })

/** Ids by the name of the path parameter that takes them. */
type KnownIds = Map<string, string[]>

function fillPath({ path }: ZoomOperation, picks: readonly number[], known: KnownIds): string {
  let place = 0
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const ids = [
      'me',
      '99999999999',
      'abc',
      '%2Fx%3D%3D',
      '-5',
      '0',
      ...(known.get(name) ?? []).slice(-20).flatMap((id) => [id, id, id]),
    ]
    return encodeURIComponent(ids[(picks[place++] ?? 0) % ids.length] ?? '')
  })
}

function learnIds(operation: ZoomOperation, body: Record<string, unknown>, known: KnownIds): void {
  const learn = (name: string, id: unknown) => {
    if (typeof id === 'string' || typeof id === 'number') known.set(name, [...(known.get(name) ?? []), String(id)])
  }
  const noun = /\/(\w+?)s$/.exec(operation.path)?.[1]
  if (noun) learn(`${noun}Id`, body.id)
  for (const [key, value] of Object.entries(body))
    if (key.endsWith('_id'))
      learn(
        key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      )
}

test('whatever is sent to whatever operation, the answer is a documented one or a refusal, and never a failure', async () => {
  const bugs: unknown[] = []
  const mistakes = new Set<string>()
  await using zoom = await startEmulator({
    // The owner may hold webinars too, and mei need not.
    seed: {
      users: [
        { email: 'owner@example.com', role_id: '0', settings: { feature: { webinar: true } } },
        { email: 'mei@example.com' },
      ],
    },
    onBug: (error, { method, url }) => bugs.push(method, url, error),
    onReply: (reply) => {
      for (const mistake of findAnswerMistakes(reply)) mistakes.add(mistake)
    },
  })
  const headers = { authorization: `Bearer ${await signIn(zoom)}`, 'content-type': 'application/json' }
  const known: KnownIds = new Map([['userId', ['me', 'mei@example.com', 'owner@example.com']]])
  const answered = new Set<string>()
  const send = async ({ name, picks, query, body }: Request) => {
    const operation = byName.get(name)
    assert.ok(operation)
    const { method } = operation
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
    const target = `/v2${fillPath(operation, picks, known)}?${search}`
    const response = await zoom.fetch(target, {
      method,
      headers,
      ...(method !== 'GET' && body !== undefined && { body: JSON.stringify(body) }),
    })
    assert.deepEqual(bugs, [], `${target} ${JSON.stringify(body)}`)
    assert.ok(response.status < 500, `${response.status}`)
    assert.deepEqual([...mistakes], [], `${target} ${JSON.stringify(body)}`)
    if (response.status >= 300) return
    answered.add(name)
    const text = await response.text()
    if (response.status === 201 && response.headers.get('content-type')?.includes('json'))
      learnIds(operation, JSON.parse(text), known)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 20 }), async (sequence) => {
      for (const one of sequence) await send(one)
    }),
    { numRuns: 300, endOnFailure: true },
  )
  assert.ok(answered.size > operations.length / 3, `only ${answered.size} of ${operations.length} were ever answered`)
})

async function signIn(zoom: Awaited<ReturnType<typeof startEmulator>>): Promise<string> {
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID } = zoom.env
  const basic = Buffer.from(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`).toString('base64')
  const path = `/oauth/token?grant_type=account_credentials&account_id=${ZOOM_ACCOUNT_ID}`
  const answer = await zoom.fetch(path, { method: 'POST', headers: { authorization: `Basic ${basic}` } })
  const { access_token } = (await answer.json()) as { access_token: string }
  return access_token
}

test('whatever path, method and headers are sent, the emulator answers', async () => {
  const bugs: unknown[] = []
  await using zoom = await startEmulator({ onBug: (error) => bugs.push(error) })
  const token = await signIn(zoom)
  const segment = fc.oneof(
    fc.constantFrom(
      'v2',
      'meetings',
      'users',
      'me',
      '..',
      '%2e%2e',
      '%00',
      '%',
      '%ff',
      '//',
      '_emulator',
      'oauth',
      'token',
      'j',
      's',
      'w',
      'rec',
    ),
    fc.string({ maxLength: 20 }).map(encodeURIComponent),
  )
  const header = fc.dictionary(
    fc.constantFrom(
      'authorization',
      'content-type',
      'content-length',
      'accept',
      'host',
      'origin',
      'cookie',
      'range',
      'x-convene',
    ),
    fc.oneof(
      fc.constantFrom(
        `Bearer ${token}`,
        'Bearer ',
        'Basic Og==',
        'Basic %%%',
        'application/json',
        '-1',
        'bytes=5-1',
        '1',
      ),
      fc.stringMatching(/^[\x21-\x7e]{0,30}$/),
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { maxLength: 6 }),
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'),
      header,
      fc.string({ maxLength: 60 }),
      async (segments, method, headers, body) => {
        const hasBody = method !== 'GET' && method !== 'HEAD'
        const response = await zoom.fetch(`${zoom.url}/${segments.join('/')}`, {
          method,
          headers,
          ...(hasBody && { body }),
        })
        assert.deepEqual(bugs, [])
        assert.ok(response.status < 500 || response.status === 501, `${response.status}`)
        await response.text()
      },
    ),
    { numRuns: 1500 },
  )
})
