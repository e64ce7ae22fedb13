/** Everybody wants a meeting at the same hour, over HTTP, and whoever comes too late takes another time of those that are offered. */
import assert from 'node:assert/strict'
import type { BookingSummary, BookingView, PageOf, Problem } from '@convene/booking/contract'
import { openDeskNetwork } from '../parts/desk.ts'
import type { DeskCaller } from '../parts/desk-caller.ts'
import type { PostgresServer } from '../parts/postgres.ts'
import { type Counted, countDesk } from './desk.ts'

export interface HotHourOptions {
  /** Without it the desk is a SQLite file. */
  readonly postgres: PostgresServer | undefined
  /** Processes of the desk, which share the clients. */
  readonly processes: number
  readonly clients: number
}

export interface HotHour extends Counted {
  /** Bookings that a desk said it has made. */
  readonly kept: number
  /** How often somebody came too late. */
  readonly beaten: number
  /** Meetings at Zoom, at rest. */
  readonly meetings: number
  /** Bookings whose link is not that of the one meeting that Zoom has of it. */
  readonly wrongLinks: number
  /** In ms. */
  readonly slowestMs: number
}

const hosts = 8
const lanes = 2
/** How many times everybody tries. */
const tries = 3
const hour = '2026-12-18T18:00'
const minute = 60_000

export async function playHotHour({ postgres, processes, clients }: HotHourOptions): Promise<HotHour> {
  const names = Array.from({ length: clients }, (_, index) => `member-${index}`)
  await using network = await openDeskNetwork({
    postgres,
    hosts: Array.from({ length: hosts }, () => ({ plan: 'business', lanes })),
    members: names.map((id) => ({ id })),
  })
  const desks = await Promise.all(Array.from({ length: processes }, () => network.startProcess()))
  const people: DeskCaller[] = []
  for (const [index, name] of names.entries())
    people.push(await network.signIn(name, desks[index % processes]?.url ?? ''))

  const made: BookingView[] = []
  let [beaten, slowestMs] = [0, 0]
  const want = async (person: DeskCaller, index: number): Promise<void> => {
    let start = hour
    for (let tried = 0; tried < tries; tried++) {
      const beganAt = performance.now()
      const body = { title: `Lesson ${index}`, start, timeZone: 'UTC', minutes: 60 }
      const answer = await person.call<BookingView>('POST', '/bookings', { body })
      slowestMs = Math.max(slowestMs, performance.now() - beganAt)
      if (answer.status === 201) return void made.push(answer.body as BookingView)
      const { code, alternatives } = answer.body as Problem
      assert.deepEqual([answer.status, code], [409, 'no_free_host'], JSON.stringify(answer.body))
      beaten++
      const { starts = [] } = alternatives ?? {}
      start = starts[index % starts.length]?.start ?? start
    }
  }
  await Promise.all(people.map(want))

  const root = await network.signIn('root', desks[0]?.url ?? '')
  const isAtRest = async () => {
    const { rows } = await root.ask<PageOf<BookingSummary>>('GET', '/bookings?whose=all&limit=200')
    return rows.length === made.length && rows.every(({ state }) => state === 'confirmed')
  }
  await network.until(isAtRest, { leapMs: minute })
  const links = new Map<string, string[]>()
  for (const { zoomUser } of await network.store.read((reading) => reading.hosts.list()))
    for await (const { topic, join_url } of network.client.meetings.list({ userId: zoomUser, type: 'scheduled' }))
      links.set(topic, [...(links.get(topic) ?? []), join_url])
  let wrongLinks = 0
  for (const { id, title } of made) {
    const publication = await network.store.read(({ publications }) => publications.find(id))
    const [link, ...others] = links.get(title ?? '') ?? []
    if (link === undefined || link !== publication?.joinUrl || others.length > 0) wrongLinks++
  }
  for (const desk of desks) assert.equal(await desk.stop(), 0, 'it stops in order')
  return {
    ...(await countDesk({ engine: postgres ? 'postgres' : 'sqlite', target: network.database })),
    kept: made.length,
    beaten,
    meetings: [...links.values()].flat().length,
    wrongLinks,
    slowestMs,
  }
}
