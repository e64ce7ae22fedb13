/** A desk over HTTP, on an emulated Zoom, with a clock to move: for tests of its API. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Policies } from '@convene/booking'
import { noPolicies } from '@convene/booking'
import type { Problem } from '@convene/booking/contract'
import { configFromEnvironment, type RunningDesk, realAmbient, startDesk } from '@convene/server'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { host, member } from '../../packages/booking/test/domain-data.ts'
import { complaintsAbout, type Schema } from './check-schema.ts'
import type { PostgresServer } from './postgres.ts'

/** What a call was answered with. */
export interface Answer<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** One of its own unless given. */
  readonly key?: string
}

/** A member at the desk. */
export interface ApiCaller {
  /** Sends a call, and holds its answer against the description of the API. */
  call<Body = unknown>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer<Body>>
  /** A call that is refused: its problem. */
  refused(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Problem>
  readonly cookie: string
}

export interface ApiDesk extends AsyncDisposable {
  readonly desk: RunningDesk
  readonly zoom: RunningEmulator
  readonly url: string
  signIn(memberId: string): Promise<ApiCaller>
  /** Nobody. */
  readonly stranger: ApiCaller
  moveClock(ms: number): void
  setPolicies(policies: Partial<Policies>): Promise<void>
  /** Looks until it is so. */
  until<Value>(look: () => Promise<Value | undefined>): Promise<Value>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>

const lookEveryMs = 25
const mostLooks = 400

/** Thursday, 2026-12-17, at 08:00 UTC; hosts `small` (100) and `large` (300, two lanes); members as `openDesk` of the booking tests. */
export async function openApiDesk(postgres?: PostgresServer): Promise<ApiDesk> {
  await using opening = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'convene-api-'))
  opening.defer(() => rmSync(folder, { recursive: true, force: true }))
  let offset = Date.parse('2026-12-17T08:00Z') - Date.now()
  const now = () => Date.now() + offset
  const zoom = opening.use(
    await startEmulator({
      clock: { now },
      seed: { users: ['small', 'large'].map((name) => ({ email: `${name}@zoom.example.com` })) },
    }),
  )
  const config = configFromEnvironment(
    {
      ...zoom.env,
      PORT: '0',
      CONVENE_DATABASE: (await postgres?.createDatabase()) ?? join(folder, 'desk.db'),
      ZOOM_PLAN: 'business',
      LOG_LEVEL: 'error',
    },
    { isDemo: true },
  )
  const desk = opening.use(await startDesk(config, { ...realAmbient, now }))
  const { store } = desk.context
  const pool = { confirmedBy: 'root', confirmedAt: now() }
  const setPolicies = (policies: Partial<Policies>): Promise<void> =>
    store.transaction((transaction) => transaction.policies.set({ ...noPolicies, pool, ...policies }))
  await store.transaction(async ({ hosts, members }) => {
    await hosts.save(host('small', { zoomUser: 'small@zoom.example.com' }))
    await hosts.save(host('large', { zoomUser: 'large@zoom.example.com', capacity: 300, lanes: 2, plan: 'business' }))
    for (const id of ['mei', 'ken']) await members.save(member(id))
    await members.save(member('ask', { needsApproval: true }))
    await members.save(member('boss', { role: 'manager' }))
    await members.save(member('root', { role: 'admin' }))
  })
  await setPolicies({})
  const document = (await (await fetch(`${desk.url}/openapi.json`)).json()) as Document

  const callerWith = (cookie: string): ApiCaller => {
    const call: ApiCaller['call'] = async (method, path, body, { headers = {}, key = randomUUID() } = {}) => {
      const response = await fetch(desk.url + path, {
        method,
        redirect: 'manual',
        headers: {
          cookie,
          ...(method !== 'GET' && { origin: desk.url, 'idempotency-key': key }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const type = response.headers.get('content-type')?.split(';')[0] ?? ''
      const read = type.endsWith('json') ? JSON.parse(text) : text
      checkDescribed(document, { method, path, status: response.status, type, body: read })
      return { status: response.status, headers: response.headers, body: read }
    }
    return {
      cookie,
      call,
      async refused(...asked) {
        const { status, headers, body } = await call<Problem>(...asked)
        assert.equal(headers.get('content-type'), 'application/problem+json', JSON.stringify(body))
        assert.deepEqual([body.status, body.requestId], [status, headers.get('x-request-id')])
        return body
      },
    }
  }
  const stranger = callerWith('')
  const opened = opening.move()
  return {
    desk,
    zoom,
    url: desk.url,
    stranger,
    async signIn(memberId) {
      const { headers, status } = await stranger.call('POST', '/api/v1/sign-in/demo', { memberId })
      assert.equal(status, 200)
      return callerWith(headers.get('set-cookie')?.split(';')[0] ?? '')
    },
    moveClock(ms) {
      offset += ms
    },
    setPolicies,
    async until(look) {
      for (let looks = 0; looks < mostLooks; looks++) {
        const found = await look()
        if (found !== undefined) return found
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
      throw new Error('It was never so.')
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

interface Answered {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly type: string
  readonly body: unknown
}

/** Each real answer is one that `/openapi.json` describes. */
function checkDescribed({ paths, components }: Document, { method, path, status, type, body }: Answered): void {
  const [pathname = ''] = path.split('?')
  const fits = Object.keys(paths).filter((known) =>
    new RegExp(`^${known.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  )
  // Of several that fit, the one with the fewest parameters answers.
  const known = fits.toSorted((a, b) => a.split('{').length - b.split('{').length)[0]
  const responses = known === undefined ? undefined : paths[known]?.[method.toLowerCase()]?.responses
  if (responses === undefined) {
    assert.ok(status === 404 || status === 405, `${method} ${path} is not described`)
    return
  }
  const described = responses[status]
  assert.ok(described, `${method} ${known}: the status ${status} is not described: ${JSON.stringify(body)}`)
  const schema = described.content?.[type]?.schema
  if (!type.endsWith('json')) return
  assert.ok(schema, `${method} ${known}: ${type} is not described`)
  assert.deepEqual(complaintsAbout(body, schema, components.schemas), [], `${method} ${known} ${status}`)
}
