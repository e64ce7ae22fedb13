import assert from 'node:assert/strict'
import type {
  BookingPreviewView,
  BookingSummary,
  BookingView,
  ChangedView,
  ChangePreviewView,
  InvitationView,
  PageOf,
  WishInput,
} from '@convene/booking/contract'
import type { ApiCaller } from './parts/api-desk.ts'
import { book, interview, ready, type Story, tellStories } from './parts/api-stories.ts'

const minute = 60_000
const hour = 60 * minute
const mondays: WishInput = {
  ...interview,
  title: 'Choir',
  start: '2026-12-21T09:00',
  recurrence: { freq: 'weekly', interval: 1, byDay: ['monday'], end: { count: 4 } },
}
const all = { scope: 'all' }

const stories: Readonly<Record<string, Story>> = {
  'a member books, and has the link when Zoom has made the meeting': async (desk) => {
    const mei = await desk.signIn('mei')
    const { body: preview } = await mei.call<BookingPreviewView>('POST', '/api/v1/bookings/preview', interview)
    assert.deepEqual(
      [preview.free, preview.of, preview.best?.host, preview.dates[0]?.startsAt],
      [2, 2, { id: 'small', name: 'small' }, '2026-12-18T08:00:00Z'],
    )
    const booked = await book(mei)
    assert.deepEqual([booked.state, booked.isMine, booked.host.id], ['reserved', true, 'small'])
    const made = await ready(desk, mei, booked)
    assert.match(made.meeting?.joinUrl ?? '', /^http:\/\/127\.0\.0\.1:\d+\/j\/\d+/)
    assert.equal(made.meeting?.passcode.length === 0, false)
    const { body: page } = await mei.call<PageOf<BookingSummary>>('GET', '/api/v1/bookings')
    assert.deepEqual(
      page.rows.map(({ id, title, standing }) => [id, title, standing.code]),
      [[booked.id, 'Interview', 'ready']],
    )
  },

  'the same request again does nothing twice, and another one with its key is refused': async (desk) => {
    const mei = await desk.signIn('mei')
    const options = { key: 'my-key' }
    const one = await mei.call<BookingView>('POST', '/api/v1/bookings', interview, options)
    const again = await mei.call<BookingView>('POST', '/api/v1/bookings', interview, options)
    assert.deepEqual([again.status, again.body.id], [201, one.body.id])
    const other = await mei.refused('POST', '/api/v1/bookings', { ...interview, minutes: 30 }, options)
    assert.deepEqual([other.status, other.code], [422, 'key_reused'])
    // A key is its member's own.
    const ken = await desk.signIn('ken')
    const his = await ken.call<BookingView>('POST', '/api/v1/bookings', interview, options)
    assert.notEqual(his.body.id, one.body.id)
  },

  'where no host is free it says why, and when one would be': async (desk) => {
    const [mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    for (let taken = 0; taken < 3; taken++) await book(ken)
    const problem = await mei.refused('POST', '/api/v1/bookings', interview)
    assert.deepEqual([problem.status, problem.code, problem.says?.code], [409, 'no_free_host', 'no_free_host'])
    assert.deepEqual(
      problem.refused?.map(({ host, takenOn }) => [host.name, takenOn]),
      [
        ['large', ['2026-12-18']],
        ['small', ['2026-12-18']],
      ],
    )
    const [first] = problem.alternatives?.starts ?? []
    assert.deepEqual([first?.is, first?.start], ['earlier', '2026-12-18T08:00'])
    await book(mei, { ...interview, start: first?.start ?? '' })
  },

  'a date of a series moves with its link, after a look at what it costs; it is cancelled date by date, and whole':
    async (desk) => {
      const mei = await desk.signIn('mei')
      const booked = await ready(desk, mei, await book(mei, mondays))
      assert.deepEqual([booked.dates, booked.revision], [4, 1])
      const path = `/api/v1/bookings/${booked.id}`
      const scope = { scope: 'one', date: '2026-12-28' }
      const input = { revision: 1, scope, change: { start: '2026-12-28T11:00' }, mayMove: false }
      const { body: preview } = await mei.call<ChangePreviewView>('POST', `${path}/preview`, input)
      assert.deepEqual([preview.link, preview.costs[0]?.calls, preview.host?.id], ['stays', 1, 'small'])
      const { body: changed } = await mei.call<ChangedView>('PATCH', path, input)
      assert.deepEqual(
        [changed.booking.revision, changed.rest, changed.booking.occurrences[1]?.startsAt],
        [2, null, '2026-12-28T10:00:00Z'],
      )
      const stale = await mei.refused('POST', `${path}/cancel`, { revision: 1, scope: all })
      assert.deepEqual([stale.status, stale.code], [409, 'changed_meanwhile'])
      const left = await mei.call<BookingView>('POST', `${path}/cancel`, {
        revision: 2,
        scope: { scope: 'one', date: '2027-01-04' },
      })
      assert.deepEqual([left.body.dates, left.body.state], [3, 'confirmed'])
      const settled = await ready(desk, mei, booked)
      assert.deepEqual(settled.meeting, booked.meeting)
      const { body: gone } = await mei.call<BookingView>('POST', `${path}/cancel`, { revision: 3, scope: all })
      assert.deepEqual([gone.state, gone.meeting, gone.may.change], ['cancelled', null, false])
      await desk.until(async () => {
        const { body } = await mei.call<BookingView>('GET', path)
        return body.standing.code === 'cancelled' || undefined
      })
      const { meetings } = await desk.desk.context.zoom.meetings.list({ userId: 'small@zoom.example.com' })
      assert.deepEqual(meetings, [])
    },

  'the rest of a series becomes a booking of its own': async (desk) => {
    const mei = await desk.signIn('mei')
    const { id } = await book(mei, mondays)
    const input = {
      revision: 1,
      scope: { scope: 'following', date: '2027-01-04' },
      change: { minutes: 90 },
      mayMove: false,
    }
    const { body: preview } = await mei.call<ChangePreviewView>('POST', `/api/v1/bookings/${id}/preview`, input)
    assert.deepEqual([preview.dates.length, preview.rest?.dates.length, preview.costs.length], [2, 2, 2])
    const { body } = await mei.call<ChangedView>('PATCH', `/api/v1/bookings/${id}`, input)
    assert.deepEqual([body.booking.dates, body.rest?.dates, body.rest?.minutes], [2, 2, 90])
  },

  'a broken rule is named with the nearest that would pass, before and while it is booked': async (desk) => {
    await desk.setPolicies({ longestMinutes: 45 })
    const mei = await desk.signIn('mei')
    const { body: preview } = await mei.call<BookingPreviewView>('POST', '/api/v1/bookings/preview', interview)
    const expected = [['longest', { minutes: 45 }]]
    assert.deepEqual(
      preview.refusals.map(({ rule, nearest }) => [rule, nearest]),
      expected,
    )
    const problem = await mei.refused('POST', '/api/v1/bookings', interview)
    assert.deepEqual([problem.status, problem.code], [422, 'refused_by_policy'])
    assert.deepEqual(
      problem.refusals?.map(({ rule, nearest }) => [rule, nearest]),
      expected,
    )
    await book(mei, { ...interview, minutes: 45 })
  },

  'who has to ask waits for a manager, who is not the one who asked': async (desk) => {
    const [ask, boss, mei] = [await desk.signIn('ask'), await desk.signIn('boss'), await desk.signIn('mei')]
    const asked = await book(ask)
    assert.deepEqual([asked.state, asked.standing.code, asked.may.decide], ['requested', 'waits_for_approval', false])
    const path = `/api/v1/bookings/${asked.id}`
    assert.equal((await mei.refused('POST', `${path}/approve`, { revision: 1 })).code, 'not_allowed')
    const { body: seen } = await boss.call<BookingView>('GET', path)
    assert.deepEqual([seen.title, seen.may.decide, seen.meeting], ['Interview', true, null])
    const { body: approved } = await boss.call<BookingView>('POST', `${path}/approve`, { revision: 1 })
    assert.equal(approved.state, 'reserved')
    await ready(desk, ask, asked)
    const other = await book(ask, { ...interview, start: '2026-12-18T14:00' })
    const { body: declined } = await boss.call<BookingView>('POST', `/api/v1/bookings/${other.id}/decline`, {
      revision: 1,
    })
    assert.equal(declined.standing.code, 'declined')
  },

  'a meeting that runs is made longer by 15 minutes, as far as its lane is free': async (desk) => {
    let mei = await desk.signIn('mei')
    const booked = await ready(desk, mei, await book(mei))
    await book(mei, { ...interview, start: '2026-12-18T10:15', peopleExpected: 2 })
    const early = await mei.refused('POST', `/api/v1/bookings/${booked.id}/extend`, { revision: 1 })
    assert.deepEqual([early.code, early.says?.code], ['wrong_state', 'not_running'])
    desk.moveClock(24 * hour + 10 * minute)
    // The session has been idle for too long.
    mei = await desk.signIn('mei')
    const { body: running } = await mei.call<BookingView>('GET', `/api/v1/bookings/${booked.id}`)
    assert.deepEqual([running.standing.code, running.may.extend, running.may.cancel], ['running', true, false])
    const { body: longer } = await mei.call<BookingView>('POST', `/api/v1/bookings/${booked.id}/extend`, {
      revision: 1,
    })
    assert.equal(longer.endsAt, '2026-12-18T09:15:00Z')
    const taken = await mei.refused('POST', `/api/v1/bookings/${booked.id}/extend`, { revision: 2 })
    assert.deepEqual([taken.status, taken.code], [409, 'slot_taken'])
  },

  'meet now begins within two minutes': async (desk) => {
    const mei = await desk.signIn('mei')
    const input = { title: 'Now', timeZone: 'Europe/Berlin', minutes: 30 }
    const { status, body } = await mei.call<BookingView>('POST', '/api/v1/bookings/now', input)
    assert.equal(status, 201)
    const inMs = Date.parse(body.startsAt) - desk.desk.context.clock.now()
    assert.ok(inMs > 0 && inMs <= 2 * minute, body.startsAt)
    await ready(desk, mei, body)
  },

  'invitation and calendar file are in the language that is asked for': async (desk) => {
    const mei = await desk.signIn('mei')
    const booked = await ready(desk, mei, await book(mei, mondays))
    const path = `/api/v1/bookings/${booked.id}`
    const { body } = await mei.call<InvitationView>('GET', `${path}/invitation?language=ja`)
    assert.equal(body.language, 'ja')
    assert.ok(body.text.includes(booked.meeting?.joinUrl ?? 'no link'))
    const { body: file, headers } = await mei.call<string>('GET', `${path}/calendar.ics`)
    assert.match(headers.get('content-type') ?? '', /^text\/calendar; charset=utf-8/)
    assert.match(file, /METHOD:PUBLISH\r\n.*RRULE:FREQ=WEEKLY/s)
    assert.ok(file.includes(`UID:${booked.id}@127.0.0.1\r\n`))
    assert.equal((await mei.refused('GET', `${path}/invitation?language=fr`)).field, 'language')
  },

  'the start link is handed on from 15 minutes before the start, to the organiser, and nowhere kept': async (desk) => {
    await desk.setPolicies({ opening: 'start_link' })
    let mei = await desk.signIn('mei')
    const booked = await ready(desk, mei, await book(mei))
    const path = `/api/v1/bookings/${booked.id}/start`
    assert.deepEqual(booked.opening, {
      way: 'start_link',
      startLink: { from: '2026-12-18T07:45:00Z', until: '2026-12-18T09:00:00Z' },
    })
    assert.equal((await mei.refused('POST', path)).code, 'wrong_state')
    desk.moveClock(23 * hour + 46 * minute)
    mei = await desk.signIn('mei')
    const boss = await desk.signIn('boss')
    assert.equal((await boss.refused('POST', path)).code, 'not_allowed')
    const { status, headers } = await mei.call('POST', path)
    assert.deepEqual([status, headers.get('cache-control')], [303, 'no-store'])
    assert.match(headers.get('location') ?? '', /\/s\/\d+\?zak=/)
    const entries = await desk.desk.context.store.read(({ audit }) =>
      audit.list({ from: 0, to: Number.MAX_SAFE_INTEGER }, { limit: 100 }),
    )
    assert.deepEqual(
      entries.filter(({ what }) => what === 'start_link_given').map(({ by, thing }) => [by, thing]),
      [['mei', booked.id]],
    )
    assert.doesNotMatch(JSON.stringify(entries), /zak/)
  },

  'a deputy finds the booking, sees what starting takes, starts it, and can do nothing else with it': async (desk) => {
    await desk.setPolicies({ opening: 'start_link' })
    let [mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    const people = [{ email: 'guest@example.net' }]
    const wish = { ...interview, agenda: 'Secret plan', people, deputies: ['KEN@example.com'] }
    const unknown = await mei.refused('POST', '/api/v1/bookings', { ...wish, deputies: ['nobody@example.net'] })
    assert.deepEqual(
      [unknown.status, unknown.field, unknown.value, unknown.says?.code],
      [400, 'deputies[0]', 'nobody@example.net', 'no_such_member'],
    )
    const booked = await ready(desk, mei, await book(mei, wish))
    const path = `/api/v1/bookings/${booked.id}`
    assert.deepEqual(
      booked.deputies.map(({ email }) => email),
      ['ken@example.com'],
    )
    const { body: list } = await ken.call<PageOf<BookingSummary>>('GET', '/api/v1/bookings')
    assert.deepEqual(
      list.rows.map(({ id, title, isMine, isDeputy }) => [id, title, isMine, isDeputy]),
      [[booked.id, 'Interview', false, true]],
    )
    const { body: seen } = await ken.call<BookingView>('GET', path)
    assert.deepEqual(
      [seen.host.id, seen.occurrences, seen.opening],
      [booked.host.id, booked.occurrences, booked.opening],
    )
    const known = JSON.stringify(seen)
    const { joinUrl = '', passcode = '' } = booked.meeting ?? {}
    for (const secret of [joinUrl, passcode, 'Secret plan', 'guest@example.net', 'ken@example.com'])
      assert.ok(!known.includes(secret), secret)
    assert.ok(Object.values(seen.may).every((may) => !may))
    const change = { revision: 1, scope: all, change: { title: 'Mine' }, mayMove: false }
    for (const [method, part, body] of [
      ['GET', '/invitation', undefined],
      ['GET', '/calendar.ics', undefined],
      ['PATCH', '', change],
      ['POST', '/preview', change],
      ['POST', '/cancel', { revision: 1, scope: all }],
      ['POST', '/end-running', {}],
    ] as const)
      assert.equal((await ken.refused(method, path + part, body)).code, 'not_allowed', part)
    const told = async () =>
      (await desk.desk.context.store.read(({ mails }) => mails.list({ limit: 99 })))
        .filter(({ to }) => to === 'ken@example.com')
        .map(({ subject, text }) => ({ subject, text }))
    await desk.until(async () => (await told()).length > 0 || undefined)
    const [mail] = await told()
    assert.match(mail?.subject ?? '', /^Deputy: Interview, /)
    assert.ok(
      mail?.text.includes(`/bookings/${booked.id}`) && !mail.text.includes(joinUrl) && !mail.text.includes(passcode),
    )

    desk.moveClock(23 * hour + 46 * minute)
    ;[mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    const { status, headers } = await ken.call('POST', `${path}/start`)
    assert.deepEqual([status, headers.get('cache-control')], [303, 'no-store'])
    await mei.call('PATCH', path, { revision: 1, scope: all, change: { deputies: [] }, mayMove: false })
    assert.equal((await ken.refused('POST', `${path}/start`)).code, 'not_found')
    assert.equal((await ken.refused('GET', path)).code, 'not_found')
    assert.deepEqual((await ken.call<PageOf<BookingSummary>>('GET', '/api/v1/bookings')).body.rows, [])
    await desk.until(async () => (await told()).length > 1 || undefined)
    assert.match((await told())[0]?.subject ?? '', /^No longer a deputy: Interview/)
  },

  'by a rule the organiser of the next booking ends the meeting that overruns, and learns nothing of it': async (
    desk,
  ) => {
    await desk.setPolicies({ nextOrganiserMayEnd: true })
    let [mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    const running = await ready(desk, ken, await book(ken, { ...interview, title: 'Exam' }))
    const next = await ready(desk, mei, await book(mei, { ...interview, start: '2026-12-18T10:00' }))
    assert.equal(next.host.id, running.host.id)
    const path = (id: string) => `/api/v1/bookings/${id}`
    desk.moveClock(25 * hour + minute)
    ;[mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    const root = await desk.signIn('root')
    const meetingId = running.meeting?.id ?? 0
    const { life, faults } = desk.zoom.control
    life.start(meetingId)
    assert.equal((await mei.refused('POST', `${path(next.id)}/end-running`, {})).says?.code, 'nothing_overruns')
    await desk.desk.context.store.transaction(({ overruns }) =>
      overruns.set({ bookingId: running.id, nextBookingId: next.id, seenAt: 0 }),
    )
    const { body: held } = await mei.call<BookingView>('GET', path(next.id))
    assert.deepEqual([held.isHeldUp, held.may.endRunning], [true, true])
    assert.doesNotMatch(JSON.stringify(held), new RegExp(`Exam|${running.id}|ken`))
    const { body: over } = await root.call<BookingView>('GET', path(running.id))
    assert.deepEqual([over.standing.code, over.may.endRunning], ['overruns', true])
    assert.equal((await ken.call<BookingView>('GET', path(running.id))).body.may.endRunning, false)
    assert.equal((await mei.refused('POST', `${path(running.id)}/end-running`, {})).code, 'not_found')

    const away = faults.add({ operation: 'PUT /meetings/{meetingId}/status', status: 503 })
    assert.equal((await mei.refused('POST', `${path(next.id)}/end-running`, {})).code, 'zoom_away')
    faults.remove(away.id)
    const answers = await Promise.all([
      mei.call('POST', `${path(next.id)}/end-running`, {}),
      root.call('POST', `${path(running.id)}/end-running`, {}),
    ])
    assert.ok(answers.every(({ status }) => status === 204 || status === 409))
    assert.equal(
      answers.some(({ status }) => status === 204),
      true,
    )
    const { meetings } = await desk.desk.context.zoom.meetings.list({ userId: 'small@zoom.example.com', type: 'live' })
    assert.deepEqual(meetings, [])
    const { body: free } = await mei.call<BookingView>('GET', path(next.id))
    assert.deepEqual([free.isHeldUp, free.may.endRunning], [false, false])
  },

  'an administrator books a series beside the rules': async (desk) => {
    const [mei, root] = [await desk.signIn('mei'), await desk.signIn('root')]
    const input = { wish: mondays, hostId: 'small', organiserId: 'mei' }
    await book(mei, mondays)
    assert.equal((await mei.refused('POST', '/api/v1/bookings/override', input)).code, 'not_allowed')
    const { status, body } = await root.call<BookingView>('POST', '/api/v1/bookings/override', input)
    assert.deepEqual([status, body.dates, body.host.id, body.isMine], [201, 4, 'small', false])
    await ready(desk, mei, body)
    const daily = { ...mondays, recurrence: { freq: 'daily', interval: 1, end: { count: 99 } } }
    const beyond = await root.refused('POST', '/api/v1/bookings/override', { ...input, wish: daily })
    assert.deepEqual([beyond.code, beyond.says?.code], ['zoom_cannot', 'dates_beyond_zoom'])
  },

  'a page hears at once that its booking is other, and nothing of those of others': async (desk) => {
    const [mei, ken] = [await desk.signIn('mei'), await desk.signIn('ken')]
    const booked = await ready(desk, mei, await book(mei))
    const heard = { mei: '', ken: '' }
    const stopping = new AbortController()
    const listen = async (name: 'mei' | 'ken', { cookie }: ApiCaller) => {
      const { body } = await fetch(`${desk.url}/api/v1/events`, { headers: { cookie }, signal: stopping.signal })
      const text = new TextDecoder()
      for await (const bytes of body ?? []) heard[name] += text.decode(bytes, { stream: true })
    }
    const listening = [listen('mei', mei), listen('ken', ken)].map((one) => one.catch(() => {}))
    await desk.until(async () => (heard.mei.includes('retry') && heard.ken.includes('retry')) || undefined)
    await mei.call('PATCH', `/api/v1/bookings/${booked.id}`, {
      revision: 1,
      scope: all,
      change: { title: 'Another' },
      mayMove: false,
    })
    await desk.until(async () => heard.mei.includes(`"bookingId":"${booked.id}"`) || undefined)
    assert.match(heard.mei, /event: booking_changed\n/)
    assert.equal(heard.ken.includes(booked.id), false, heard.ken)
    stopping.abort()
    await Promise.all(listening)
  },

  'a list is read page by page': async (desk) => {
    const mei = await desk.signIn('mei')
    for (const time of ['09:00', '11:00', '13:00']) await book(mei, { ...interview, start: `2026-12-18T${time}` })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after === '' ? '' : `&after=${after}`
      const { body } = await mei.call<PageOf<BookingSummary>>('GET', `/api/v1/bookings?limit=2${from}`)
      seen.push(...body.rows.map(({ startsAt }) => startsAt.slice(11, 16)))
      after = body.next
    }
    assert.deepEqual(seen, ['08:00', '10:00', '12:00'])
  },
}

await tellStories(stories)
