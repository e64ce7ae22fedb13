import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { createZoomClient, optionsFromEnvironment, type ZoomClient, ZoomError } from '@convene/zoom'
import { createMeetingKeeper, type Journal, type MeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { startEmulator } from '@convene/zoom-emulator'
import { realAmbient } from '../../packages/zoom/src/http/ambient.ts'
import type { CallOptions, Operation, Requester, RequestParts } from '../../packages/zoom/src/http/operation.ts'
import { createVirtualTime, type VirtualTime } from '../../packages/zoom/test/virtual-time.ts'

export const startAt: number = Date.parse('2026-12-17T10:00:00Z')

/** What a test does with a call of the keeper; without an answer of its own the call goes on. */
export type Between = (call: {
  readonly id: string
  readonly parts: RequestParts
  readonly options: CallOptions | undefined
  /** Lets Zoom do it. */
  readonly go: (parts?: RequestParts) => Promise<unknown>
}) => Promise<unknown> | undefined

/** A keeper, its journal and an emulated Zoom in a time that nobody waits for. */
export interface KeeperWorld extends AsyncDisposable {
  readonly time: VirtualTime
  readonly journal: Journal
  /** What the keeper has called. */
  readonly calls: string[]
  readonly client: ZoomClient
  between: Between
  keeper: MeetingKeeper
  run<T>(work: Promise<T>): Promise<T>
  /** Another process over the same journal. */
  openKeeper(over?: Partial<Journal>): MeetingKeeper
  countOf(id: string): number
  listOf(user: string): Promise<readonly unknown[]>
  /** Lets a worker work for so long. */
  work(ms: number): Promise<void>
}

export async function openWorld(): Promise<KeeperWorld> {
  const time = createVirtualTime(startAt)
  const emulator = await startEmulator({
    listen: false,
    clock: { now: time.now, after: (ms, run) => time.setTimer(ms, run) },
  })
  const ambient = {
    ...time,
    sha256: (text: string) => time.hold(realAmbient.sha256(text)),
    hmacSha256: (key: string, text: string) => time.hold(realAmbient.hmacSha256(key, text)),
    fetch: (url: string, init: object) => time.hold(emulator.fetch(url, { ...init } as RequestInit)),
  }
  const client = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient })
  const database = new DatabaseSync(':memory:')
  const journal = createSqliteJournal(database)
  const calls: string[] = []
  const world: KeeperWorld = {
    time,
    journal,
    calls,
    between: () => undefined,
    keeper: undefined as unknown as MeetingKeeper,
    run: (work) => time.run(work),
    openKeeper(over = {}) {
      const zoom: Requester = {
        request<Answer>(operation: Operation, parts: RequestParts = {}, options?: CallOptions) {
          calls.push(operation.id)
          const go = (changed = parts) => client.request<Answer>(operation, changed, options)
          return (world.between({ id: operation.id, parts, options, go }) ?? go()) as Promise<Answer>
        },
      }
      return createMeetingKeeper({ zoom, journal: { ...journal, ...over }, ambient })
    },
    countOf: (id) => calls.filter((call) => call === id).length,
    async listOf(user) {
      const { meetings } = await time.run(Promise.resolve(client.meetings.list({ userId: user })))
      return meetings
    },
    async work(ms) {
      const stop = new AbortController()
      const errors: unknown[] = []
      const work = world.keeper.work({ signal: stop.signal, onError: (error) => errors.push(error) })
      await time.run(time.wait(ms))
      stop.abort()
      await time.run(work)
      assert.deepEqual(errors, [])
    },
    client,
    async [Symbol.asyncDispose]() {
      database.close()
      await emulator[Symbol.asyncDispose]()
    },
  }
  world.keeper = world.openKeeper()
  return world
}

/** The connection ends without an answer. */
export const cut = (): Promise<never> =>
  Promise.reject(new ZoomError('network', 'The connection was cut.', { outcome: 'unknown' }))

export const limited = (retryAt: number): ZoomError =>
  new ZoomError('rate_limited', 'Too many.', { outcome: 'not_done', retryAt: new Date(retryAt) })
