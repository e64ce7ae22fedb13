/** What the stories of the desk's API share. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BookingView, WishInput } from '@convene/booking/contract'
import { type ApiCaller, type ApiDesk, openApiDesk } from './api-desk.ts'
import { sharedPostgres } from './postgres.ts'

/** Friday 2026-12-18, 09:00 in Berlin, an hour ahead of UTC. */
export const interview: WishInput = {
  title: 'Interview',
  timeZone: 'Europe/Berlin',
  start: '2026-12-18T09:00',
  minutes: 60,
}

export async function book(by: ApiCaller, wish: WishInput = interview): Promise<BookingView> {
  const { status, body } = await by.call<BookingView>('POST', '/api/v1/bookings', wish)
  assert.equal(status, 201, JSON.stringify(body))
  return body
}

export function ready(desk: ApiDesk, by: ApiCaller, { id }: Pick<BookingView, 'id'>): Promise<BookingView> {
  return desk.until(async () => {
    const { body } = await by.call<BookingView>('GET', `/api/v1/bookings/${id}`)
    return body.standing.code === 'ready' && body.state === 'confirmed' ? body : undefined
  })
}

export type Story = (desk: ApiDesk) => Promise<void>

/** Tells each story on both engines. */
export async function tellStories(stories: Readonly<Record<string, Story>>): Promise<void> {
  const { postgres, missing } = await sharedPostgres()
  for (const engine of ['SQLite', 'PostgreSQL'] as const)
    for (const [title, story] of Object.entries(stories))
      test(`${title} (${engine})`, { skip: engine === 'PostgreSQL' && missing }, async () => {
        await using desk = await openApiDesk(engine === 'PostgreSQL' ? postgres : undefined)
        await story(desk)
      })
}
