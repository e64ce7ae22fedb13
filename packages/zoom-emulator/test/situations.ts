import assert from 'node:assert/strict'
import { createIds } from '../src/domain/ids.ts'
import { createRegistrant } from '../src/domain/registrant.ts'
import type { Store } from '../src/storage/store.ts'
import { startRewritten } from './rewritten-zoom.ts'
import { testNow } from './start-zoom.ts'
import type { WebinarZoom } from './webinars.ts'

const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
const settings = { approval_type: 0 }

/** What a call can meet: kept ones, each as a meeting and as a webinar, and what the path or the caller makes of them. */
type Kept = 'open' | 'foreign' | 'orphan' | 'basic' | 'idle' | 'off' | 'over' | 'series' | 'full'
export type Situation = Kept | 'unknown' | 'othersHost' | 'otherKind'

const situations: Readonly<Record<Kept, object>> = {
  open: { ...start, settings },
  foreign: { ...start, settings },
  orphan: { ...start, settings },
  basic: { ...start, settings },
  idle: { ...start, settings },
  off: start,
  over: { ...start, settings: { ...settings, close_registration: true } },
  series: { ...start, recurrence: { type: 1, end_times: 2 }, settings },
  full: { ...start, settings },
}
type Ids = Record<string, number>

async function prepare(zoom: WebinarZoom): Promise<Ids> {
  const ids: Ids = {}
  for (const [name, body] of Object.entries(situations)) {
    const isSeries = 'recurrence' in body
    const meeting = await zoom.create({ ...body, type: isSeries ? 8 : 2 })
    const webinar = await zoom.createWebinar({ ...body, type: isSeries ? 9 : 5 })
    ids[`meeting ${name}`] = meeting.id
    ids[`webinar ${name}`] = webinar.id
    for (const [kind, { id }] of Object.entries({ meeting, webinar }))
      await zoom.call('POST', `/${kind}s/${id}/registrants`, { email: 'first@example.com', first_name: 'First' })
  }
  return ids
}

/** The token of a user who is not the host. */
const tokenOfAnother = 'of another user'

/** Puts into the file what no call can bring about. */
function rewrite(store: Store, ids: Ids): void {
  const users = [...store.users.values()]
  const hosts = { basic: users.find(({ type }) => type === 1)?.id, orphan: 'nobody' }
  const idle = users.find(({ email }) => email === 'kenji@example.com')
  if (idle) store.users.put({ ...idle, status: 'inactive' })
  const makeIds = createIds((length) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)))
  for (const kind of ['meeting', 'webinar']) {
    const change = (name: string, part: { accountId?: string; hostId?: string; startAt?: number }) => {
      const meeting = store.meetings.get(ids[`${kind} ${name}`] ?? 0)
      assert.ok(meeting, name)
      store.meetings.put({ ...meeting, ...part })
    }
    change('foreign', { accountId: 'another' })
    change('orphan', { hostId: hosts.orphan })
    change('basic', { hostId: hosts.basic ?? '' })
    change('idle', { hostId: idle?.id ?? '' })
    change('over', { startAt: Date.parse(testNow) - 86_400_000 })
    const meetingId = ids[`${kind} full`] ?? 0
    for (let number = 2; number <= 4999; number++) {
      const person = { email: `p${number}@example.com`, first_name: 'P' }
      store.registrants.put(createRegistrant({ meetingId, number, person, status: 'approved' }, 0, makeIds))
    }
  }
  const [app] = [...store.apps.values()].filter(({ type }) => type === 'oauth')
  const lars = users.find(({ email }) => email === 'lars@example.com')
  assert.ok(app && lars)
  store.accessTokens.put({
    token: tokenOfAnother,
    clientId: app.clientId,
    accountId: app.accountId,
    userId: lars.id,
    scopes: ['meeting:read', 'meeting:write', 'webinar:read', 'webinar:write'],
    expiresAt: Date.parse(testNow) + 86_400_000,
  })
}

/** A call by its operation's name; what stands in braces and is neither id gets a word that names nothing. */
export interface StagedCall {
  readonly operation: string
  readonly body?: object
}

export interface Stage extends AsyncDisposable {
  readonly zoom: WebinarZoom
  /** Status and code of the answer: `400/3161`. */
  answerTo(call: StagedCall, situation: Situation): Promise<string>
}

/** Meetings and webinars in every situation in which calls are refused. */
export async function stageSituations(): Promise<Stage> {
  const staged = await startRewritten(prepare, rewrite)
  const { zoom, made } = staged
  const idIn = (kind: 'meeting' | 'webinar', situation: Situation): number => {
    if (situation === 'unknown') return 99_999_999_999
    if (situation === 'othersHost') return made[`${kind} open`] ?? 0
    if (situation === 'otherKind') return made[`${kind === 'meeting' ? 'webinar' : 'meeting'} open`] ?? 0
    return made[`${kind} ${situation}`] ?? 0
  }
  return {
    zoom,
    async answerTo({ operation, body }, situation) {
      const [method = '', path = ''] = operation.split(' ')
      const id = idIn(path.startsWith('/meetings') ? 'meeting' : 'webinar', situation)
      const filled = path.replace(/\{(meeting|webinar)Id\}/, String(id)).replaceAll(/\{\w+\}/g, 'nobody')
      if (situation !== 'othersHost') {
        const answer = await zoom.call(method, filled, body)
        return `${answer.status}/${answer.body?.code}`
      }
      const response = await fetch(`${zoom.emulator.url}/v2${filled}`, {
        method,
        headers: { authorization: `Bearer ${tokenOfAnother}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const answer = (await response.json()) as { code: number }
      return `${response.status}/${answer.code}`
    },
    [Symbol.asyncDispose]: () => staged[Symbol.asyncDispose](),
  }
}
