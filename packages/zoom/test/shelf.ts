import { DatabaseSync } from 'node:sqlite'
import { bearer } from '../src/auth/bearer.ts'
import { createZoomClient, type ZoomClient } from '../src/client.ts'
import type { Journal } from '../src/ensure/journal.ts'
import type { KeeperAmbient, KeeperParts } from '../src/ensure/keeper-parts.ts'
import type { MeetingRecord } from '../src/ensure/record.ts'
import { defaultSettings } from '../src/ensure/settings.ts'
import { realAmbient } from '../src/http/ambient.ts'
import { createSqliteJournal } from '../src/journal/sqlite.ts'
import { now } from './records.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

/** A meeting as it stands at Zoom. */
export type ShelvedMeeting = Record<string, unknown> & { id: number; host: string; created_at: string }

/** A request as it arrived, and what answering it as usual does and gives. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: Record<string, unknown>
  readonly usual: () => ShelfAnswer
}

export interface ShelfAnswer {
  readonly status: number
  readonly body?: unknown
}

/**
 * The least that meetings need at Zoom: they can be made, read, listed, changed and deleted, and a test says of single requests
 * what else happens. Client, pipeline and journal are the real ones, on virtual time.
 */
export interface Shelf {
  readonly time: VirtualTime
  readonly zoom: ZoomClient
  readonly journal: Journal
  readonly ambient: KeeperAmbient
  readonly parts: KeeperParts
  readonly meetings: Map<number, ShelvedMeeting>
  /** `POST /users/mei@example.com/meetings` … in the order in which they came. */
  readonly requests: string[]
  /** Every record that was written, in order. */
  readonly told: MeetingRecord[]
  /** Answers the requests that it likes to; `undefined`: as usual. It may throw as a connection that breaks. */
  intercept: (request: Arrived) => ShelfAnswer | Promise<ShelfAnswer> | undefined
  /** A meeting that stands there already. */
  put(meeting: Partial<ShelvedMeeting>): ShelvedMeeting
}

/** The answer to a request never comes: the connection breaks. */
export function cut(): never {
  throw Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
  })
}

export const refused = (status: number, code: number, message: string): ShelfAnswer => ({
  status,
  body: { code, message },
})

export function createShelf(): Shelf {
  const time = createVirtualTime(now)
  const meetings = new Map<number, ShelvedMeeting>()
  const requests: string[] = []
  const told: MeetingRecord[] = []
  const journal = createSqliteJournal(new DatabaseSync(':memory:'))
  let nextId = 111
  const put = (meeting: Partial<ShelvedMeeting>): ShelvedMeeting => {
    const id = meeting.id ?? nextId
    nextId = Math.max(nextId, id) + 111
    const created_at = `${new Date(time.now()).toISOString().slice(0, 19)}Z`
    const join_url = `https://zoom.us/j/${id}?pwd=s3cret`
    const made = { host: 'mei@example.com', created_at, join_url, status: 'waiting', ...meeting, id }
    meetings.set(id, made)
    return made
  }
  const usual = (method: string, path: string, body: Record<string, unknown>): ShelfAnswer => {
    const [, kind, name = ''] = path.split('/')
    if (kind === 'users' && method === 'POST')
      return { status: 201, body: shown(put({ ...body, host: decodeURIComponent(name) })) }
    if (kind === 'users') {
      const rows = [...meetings.values()].filter(({ host }) => host === decodeURIComponent(name)).map(shown)
      return { status: 200, body: { page_size: 300, total_records: rows.length, next_page_token: '', meetings: rows } }
    }
    const meeting = meetings.get(Number(name))
    if (meeting === undefined) return refused(404, 3001, `Meeting does not exist: ${name}.`)
    if (method === 'GET') return { status: 200, body: shown(meeting) }
    if (method === 'PATCH') Object.assign(meeting, body)
    else meetings.delete(meeting.id)
    return { status: 204 }
  }
  const shelf: Shelf = {
    time,
    meetings,
    requests,
    told,
    journal,
    put,
    intercept: () => undefined,
    ambient: {
      now: time.now,
      setTimer: time.setTimer,
      randomBytes: realAmbient.randomBytes,
      sha256: (text) => time.hold(realAmbient.sha256(text)),
      hmacSha256: (key, text) => time.hold(realAmbient.hmacSha256(key, text)),
    },
    zoom: createZoomClient({
      auth: bearer('test'),
      apiUrl: 'http://127.0.0.1:1/v2',
      oauthUrl: 'http://127.0.0.1:1/oauth',
      ambient: {
        now: time.now,
        setTimer: time.setTimer,
        random: time.random,
        async fetch(url, { method, body }) {
          const { pathname, search: query } = new URL(url)
          const path = pathname.replace(/^\/v2/, '')
          requests.push(`${method} ${decodeURIComponent(path)}`)
          const sent = JSON.parse(String(body ?? '{}')) as Record<string, unknown>
          const request = { method, path, query, body: sent, usual: () => usual(method, path, sent) }
          const answer = (await shelf.intercept(request)) ?? request.usual()
          const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
          return {
            status: answer.status,
            headers: new Headers({ 'content-type': 'application/json' }),
            text: async () => text,
          }
        },
      },
    }),
    get parts(): KeeperParts {
      return {
        zoom: shelf.zoom,
        journal,
        ambient: shelf.ambient,
        settings: defaultSettings,
        secret: () => journal.secret('s'),
        tell: (record) => told.push(record),
      }
    },
  }
  return shelf
}

/** As Zoom shows it: times in UTC. */
function shown({ host: _host, ...meeting }: ShelvedMeeting): Record<string, unknown> {
  const { start_time, timezone } = meeting as { start_time?: string; timezone?: string }
  if (start_time === undefined || start_time.endsWith('Z')) return meeting
  // Taipei has kept one offset since 1979; these tests have no other zone.
  if (timezone !== 'Asia/Taipei') throw new Error(`The shelf knows no zone ${timezone}.`)
  return { ...meeting, start_time: new Date(`${start_time}+08:00`).toISOString().replace('.000', '') }
}
