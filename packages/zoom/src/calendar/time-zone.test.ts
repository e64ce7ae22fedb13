import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeZoneLines } from './time-zone.ts'

const span = { from: Date.parse('2026-06-01T00:00:00Z'), to: Date.parse('2026-06-01T01:00:00Z'), isEndless: false }

function rules(timeZone: string): string[] {
  return timeZoneLines(timeZone, span).filter((line) => line.startsWith('RRULE:'))
}

test('a zone without clock changes is one offset', () => {
  assert.deepEqual(timeZoneLines('Asia/Kathmandu', span), [
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Kathmandu',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0545',
    'TZOFFSETTO:+0545',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
})

test('clocks that change by one rule are told by that rule, from before the span on', () => {
  assert.deepEqual(timeZoneLines('America/St_Johns', span), [
    'BEGIN:VTIMEZONE',
    'TZID:America/St_Johns',
    'BEGIN:DAYLIGHT',
    'DTSTART:20260308T020000',
    'TZOFFSETFROM:-0330',
    'TZOFFSETTO:-0230',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20251102T020000',
    'TZOFFSETFROM:-0230',
    'TZOFFSETTO:-0330',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
})

const yearly: [string, string[]][] = [
  ['Europe/Berlin', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']],
  ['Australia/Sydney', ['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU']],
  // The Sunday on or after a date is no weekday of a month that one rule could tell.
  ['America/Santiago', []],
]
for (const [timeZone, expected] of yearly)
  test(`${timeZone} has ${expected.length === 0 ? 'no rule' : expected.join(' and ')}`, () => {
    assert.deepEqual(rules(timeZone), expected)
  })

test('a law that changes inside the span is told change by change, and nothing after the span', () => {
  const lines = timeZoneLines('Europe/Istanbul', {
    from: Date.parse('2015-09-01T00:00:00Z'),
    to: Date.parse('2017-01-01T00:00:00Z'),
    isEndless: false,
  })
  assert.deepEqual(
    lines.filter((line) => /^DTSTART:201[56]/.test(line)),
    ['DTSTART:20150329T030000', 'DTSTART:20151108T040000', 'DTSTART:20160327T030000'],
  )
  assert.doesNotMatch(lines.join('\n'), /RRULE/)
})

test('of an endless series without a rule for its clocks ten years of changes are told', () => {
  const lines = timeZoneLines('America/Santiago', { ...span, isEndless: true })
  const last = lines.filter((line) => line.startsWith('DTSTART:')).at(-1) ?? ''
  assert.ok(last >= 'DTSTART:2035', last)
})
