import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Booking, datesOfMeeting, type Wish } from '@convene/booking'
import ICAL from 'ical.js'
import { createBookingCalendar } from './calendar-file.ts'

const sundays: Wish = {
  title: 'Chor; Probe, 週會',
  agenda: 'Bring your parts.\nBegin on time.',
  timeZone: 'Europe/Berlin',
  start: '2026-10-11T04:30',
  minutes: 60,
  recurrence: { freq: 'weekly', interval: 1, byDay: ['sunday'], end: { count: 4 } },
  exceptions: [
    { date: '2026-10-18', start: undefined, minutes: undefined },
    { date: '2026-11-01', start: '2026-11-02T10:00', minutes: 30 },
  ],
  people: [],
  peopleExpected: 10,
}
const meeting = { id: 93580004321, join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng', password: 'demo-3' }

function file(wish: Wish, changes: Partial<Booking> = {}): string {
  const booking: Booking = {
    ...wish,
    id: 'b-1',
    organiserId: 'mei',
    deputies: [],
    hostId: 'h',
    lane: 1,
    state: 'confirmed',
    revision: 1,
    sequence: 0,
    meetingKey: 'b-1',
    choice: { code: 'own_host', values: {} },
    createdAt: 0,
    changedAt: 0,
    ...changes,
  }
  return createBookingCalendar({
    booking,
    occurrences: datesOfMeeting(wish).dates,
    meeting,
    organiser: { email: 'mei@example.org', name: '林美玲' },
    language: 'en',
    publicUrl: 'https://desk.example.org',
    now: Date.parse('2026-10-01T00:00Z'),
  })
}

function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

describe('the calendar file of a booking', () => {
  it('has the dates that the desk has: left out, moved, and at the same time by the clock when the clocks change', () => {
    const [series, moved] = eventsOf(file(sundays))
    assert.ok(series && moved)
    series.relateException(moved)
    const dates = series.iterator()
    const starts: string[] = []
    for (let next = dates.next(); next; next = dates.next()) {
      const { startDate, endDate } = series.getOccurrenceDetails(next)
      starts.push(
        `${startDate.toJSDate().toISOString().slice(0, 16)} ${endDate.subtractDate(startDate).toSeconds() / 60}`,
      )
    }
    assert.deepEqual(starts, ['2026-10-11T02:30 60', '2026-10-25T03:30 60', '2026-11-02T09:00 30'])
  })

  it('has the same UID for ever, and a SEQUENCE that goes up', () => {
    const [before] = eventsOf(file(sundays))
    const [after] = eventsOf(file(sundays, { sequence: 3 }))
    assert.equal(before?.uid, 'b-1@desk.example.org')
    assert.equal(after?.uid, before?.uid)
    assert.deepEqual([before?.sequence, after?.sequence], [0, 3])
  })

  it('tells of a single meeting with its link and its organiser', () => {
    const text = file({ ...sundays, recurrence: undefined, exceptions: [] })
    const [event] = eventsOf(text)
    assert.equal(event?.summary, 'Chor; Probe, 週會')
    assert.equal(event?.location, meeting.join_url)
    assert.equal(event?.organizer, 'mailto:mei@example.org')
    assert.match(text, /METHOD:PUBLISH/)
    assert.match(event?.description ?? '', /^Bring your parts\.\nBegin on time\.\n\n林美玲 invites you/)
  })
})
