import { test } from 'node:test'
import {
  type BookingState,
  type ChangeAnswer,
  changeBooking,
  type Drift,
  type Held,
  type RequestKey,
} from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import type { ListedMeeting, Meeting } from '@convene/zoom'
import { createPostgresJournal, type PostgresConnection } from '@convene/zoom/journal/postgres'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { sharedPostgres } from './postgres.ts'
import { type DeskHome, openWorkingDesk, sqliteHome, thursday, type WorkingDesk } from './working-desk.ts'

const { postgres, missing } = await sharedPostgres()

async function postgresHome(): Promise<DeskHome> {
  const connectionString = (await postgres?.createDatabase()) ?? ''
  return {
    open: () => openPostgresStore({ connectionString }),
    journalOver: (connection) => createPostgresJournal(connection as PostgresConnection),
    [Symbol.asyncDispose]: async () => {},
  }
}

export const minute = 60_000
export const hour: number = 60 * minute
export const friday: Readonly<Record<string, unknown>> = {
  title: '面試',
  timeZone: 'Asia/Taipei',
  start: '2026-12-18T18:00',
  minutes: 60,
  agenda: 'Bring a pen',
}
export const weekly: Readonly<Record<string, unknown>> = {
  freq: 'weekly',
  interval: 1,
  byDay: ['friday'],
  end: { count: 4 },
}
let keys = 0
export const by = (memberId: string): RequestKey => ({ memberId, key: `work-${++keys}`, hash: '' })

/** On PostgreSQL each round of a worker takes its time, so that what lasts long is played on SQLite alone. */
export function longDeskTest(title: string, run: (desk: WorkingDesk) => Promise<void>): void {
  test(title, async () => {
    await using desk = await openWorkingDesk(sqliteHome(createSqliteJournal))
    await run(desk)
  })
}

export function deskTest(title: string, run: (desk: WorkingDesk) => Promise<void>): void {
  for (const [engine, open] of [
    ['SQLite', async () => sqliteHome(createSqliteJournal)],
    ['PostgreSQL', postgresHome],
  ] as const)
    test(`on ${engine}: ${title}`, {
      skip: engine === 'PostgreSQL' && missing !== undefined ? missing : false,
    }, async () => {
      await using desk = await openWorkingDesk(await open())
      await run(desk)
    })
}

export async function meetingsOf(
  { zoom, run }: WorkingDesk,
  userId = 'mei@example.com',
): Promise<readonly ListedMeeting[]> {
  const { meetings } = await run(Promise.resolve(zoom.meetings.list({ userId })))
  return meetings
}
export const meetingOf = async ({ zoom, keeper, run, booking }: WorkingDesk, id: string): Promise<Meeting> => {
  const { meetingKey } = await booking(id)
  const meetingId = (await run(keeper.status(meetingKey)))?.meeting?.id ?? 0
  return run(zoom.meetings.get({ meetingId, show_previous_occurrences: true }))
}
export const stateOf = async (desk: WorkingDesk, id: string): Promise<BookingState> => (await desk.booking(id)).state
export const driftOf = ({ store, run }: WorkingDesk, id: string): Promise<Drift | undefined> =>
  run(store.read(({ drift }) => drift.find(id)))
export const heldOf = ({ store, run }: WorkingDesk, hostId: string): Promise<readonly Held[]> =>
  run(store.read((reading) => reading.held([hostId], { from: thursday, to: thursday + 900 * 24 * hour })))
export const change = async (
  desk: WorkingDesk,
  id: string,
  its: object,
  scope: object = { scope: 'all' },
  { mayMove = false }: { readonly mayMove?: boolean } = {},
): Promise<ChangeAnswer> =>
  desk.run(
    changeBooking(desk.desk, by('mei'), {
      bookingId: id,
      revision: (await desk.booking(id)).revision,
      scope: scope as never,
      change: its,
      mayMove,
    }),
  )
