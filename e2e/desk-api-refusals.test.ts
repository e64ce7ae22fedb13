import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { BookingView, CalendarView, SessionView } from '@convene/booking/contract'
import { book, interview, ready, type Story, tellStories } from './parts/api-stories.ts'

const all = { scope: 'all' }

const stories: Readonly<Record<string, Story>> = {
  'members see free and busy of others: no title, no link, no passcode, no id': async (desk) => {
    const [mei, ken, boss] = [await desk.signIn('mei'), await desk.signIn('ken'), await desk.signIn('boss')]
    const booked = await ready(
      desk,
      mei,
      await book(mei, { ...interview, title: 'Secret title', agenda: 'Secret agenda' }),
    )
    const path = `/api/v1/bookings/${booked.id}`
    const calendar = '/api/v1/calendar?from=2026-12-18&to=2026-12-19'
    for (const [method, its, body] of [
      ['GET', path],
      ['GET', `${path}/invitation`],
      ['GET', `${path}/calendar.ics`],
      ['PATCH', path, { revision: 1, scope: all, change: { title: 'Mine' }, mayMove: false }],
      ['POST', `${path}/cancel`, { revision: 1, scope: all }],
      ['POST', `${path}/extend`, { revision: 1 }],
      ['POST', `${path}/preview`, { revision: 1, scope: all, change: { title: 'Mine' }, mayMove: false }],
      ['POST', `${path}/start`],
    ] as const) {
      const problem = await ken.refused(method, its, body)
      assert.deepEqual([problem.status, problem.code], [404, 'not_found'], `${method} ${its}`)
      assert.doesNotMatch(JSON.stringify(problem), /Secret|pwd/)
    }
    const { body: others } = await ken.call<CalendarView>('GET', calendar)
    assert.deepEqual(
      others.blocks.map(({ is, title, organiser, bookingId, date, state }) => [
        is,
        title,
        organiser,
        bookingId,
        date,
        state,
      ]),
      [['booking', null, null, null, null, null]],
    )
    assert.equal(JSON.stringify(others).includes(booked.id), false)
    const { body: mine } = await ken.call<CalendarView>('GET', `${calendar}&whose=mine`)
    assert.deepEqual(mine.blocks, [])
    const { body: managers } = await boss.call<CalendarView>('GET', calendar)
    assert.deepEqual(
      managers.blocks.map(({ title, bookingId }) => [title, bookingId]),
      [['Secret title', booked.id]],
    )
    // A manager sees the booking, and neither its link nor a way in.
    const { body: seen } = await boss.call<BookingView>('GET', path)
    assert.equal(seen.meeting, null)
    assert.doesNotMatch(JSON.stringify(seen), /\/j\/\d|pwd/)
    assert.equal((await boss.refused('GET', `${path}/invitation`)).code, 'not_allowed')
    assert.equal((await ken.refused('GET', '/api/v1/bookings?whose=all')).code, 'not_allowed')
    assert.equal((await desk.stranger.refused('GET', path)).code, 'not_signed_in')
  },

  'each mistake is a problem that names field, value and remedy': async (desk) => {
    const mei = await desk.signIn('mei')
    const bad: readonly [body: unknown, field: string | undefined, value: unknown][] = [
      [{ ...interview, minutes: 0 }, 'minutes', 0],
      [{ ...interview, start: 'tomorrow' }, 'start', 'tomorrow'],
      [{ ...interview, timeZone: 'Mars/Olympus' }, 'timeZone', 'Mars/Olympus'],
      [{ ...interview, people: [{ email: 'nobody' }] }, 'people[0].email', 'nobody'],
      [{ ...interview, colour: 'red' }, 'colour', 'red'],
      [{ ...interview, start: '2026-12-16T09:00' }, 'start', '2026-12-16T09:00'],
      [[], '', []],
    ]
    for (const [body, field, value] of bad) {
      const problem = await mei.refused('POST', '/api/v1/bookings', body)
      assert.deepEqual(
        [problem.status, problem.code, problem.field, problem.value],
        [400, 'invalid_input', field, value],
      )
      assert.ok(problem.says !== undefined && problem.detail.length > 10, problem.detail)
    }
    const noKey = await mei.refused('POST', '/api/v1/bookings', interview, { key: '' })
    assert.deepEqual([noKey.status, noKey.code, noKey.field], [400, 'key_missing', 'Idempotency-Key'])
    const evil = await mei.refused('POST', '/api/v1/bookings', interview, {
      headers: { origin: 'https://evil.example' },
    })
    assert.deepEqual([evil.status, evil.code], [403, 'foreign_origin'])
    const form = await mei.refused('POST', '/api/v1/bookings', interview, { headers: { 'content-type': 'text/plain' } })
    assert.deepEqual([form.status, form.field, form.value], [400, 'Content-Type', 'text/plain'])
    const large = await mei.refused('POST', '/api/v1/bookings', { ...interview, agenda: 'x'.repeat(300_000) })
    assert.deepEqual([large.status, large.code], [413, 'body_too_large'])
    const none = await mei.refused('GET', '/api/v1/nothing')
    assert.deepEqual([none.status, none.code], [404, 'not_found_here'])
    const wrong = await mei.call('DELETE', '/api/v1/bookings')
    assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'POST, GET'])
    const limit = await mei.refused('GET', '/api/v1/bookings?limit=1000')
    assert.deepEqual([limit.field, limit.value], ['limit', '1000'])
    assert.equal((await mei.refused('GET', '/api/v1/calendar?from=2026-01-01&to=2026-12-01')).field, 'to')
    const { body } = await desk.stranger.call<SessionView>('GET', '/api/v1/session')
    assert.deepEqual([body.member, body.desk.zoom, body.desk.isDemo], [null, 'emulated', true])
  },

  'a stop ends the streams of pages, and answers what is under way': async (desk) => {
    const mei = await desk.signIn('mei')
    const { body: stream } = await fetch(`${desk.url}/api/v1/events`, { headers: { cookie: mei.cookie } })
    const reading = (async () => {
      for await (const _bytes of stream ?? []);
    })()
    const asking = request(`${desk.url}/api/v1/bookings`, {
      method: 'POST',
      headers: {
        cookie: mei.cookie,
        origin: desk.url,
        'idempotency-key': 'while-it-stops',
        'content-type': 'application/json',
        // The desk has it when it asks for the rest.
        expect: '100-continue',
      },
    })
    asking.flushHeaders()
    await once(asking, 'continue')
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>
    const stopped = desk.desk.stop()
    asking.end(JSON.stringify(interview))
    const [answer] = await answered
    answer.resume()
    await Promise.all([stopped, reading])
    assert.equal(answer.statusCode, 201)
    await assert.rejects(fetch(`${desk.url}/health`))
  },
}

await tellStories(stories)
