/**
 * How good, and how fast, is the choice of a host? The hosts that a random week needs until nobody is refused, beside the least that any
 * choice could do with (the most meetings at one instant) and beside a choice by chance; and the time to rank 200 hosts for a series
 * of 15 dates with 10,000 dates held, and to find other times for it. The aim is well under 20 ms.
 */
import { datesOfMeeting, type Held, type Host, type MeetingDate, rankHosts } from '@convene/booking'
import { findAlternatives } from '../packages/booking/src/domain/alternatives.ts'
import { host, wish } from '../packages/booking/test/domain-data.ts'
import { machine, median, printTable, race, spread } from './parts/race.ts'

const minute = 60_000
const day = 1440 * minute
const monday = Date.parse('2027-01-04T00:00Z')
const booker = { memberId: 'mei', isPoolConfirmed: true, peopleExpected: 10 }

/** Numbers from a seed, so that a run can be had again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Meetings of a week in the order in which they are asked for: on workdays from 8 to 18, more of them at full hours. */
function randomWeek(count: number, random: (below: number) => number): MeetingDate[] {
  return Array.from({ length: count }, () => {
    const quarters = random(2) === 0 ? 4 * random(10) : random(40)
    const startsAt = monday + random(5) * day + (8 * 60 + 15 * quarters) * minute
    const minutes = [30, 45, 60, 60, 90, 120][random(6)] ?? 60
    return { date: '', startsAt, endsAt: startsAt + minutes * minute }
  })
}

function mostAtOnce(dates: readonly MeetingDate[]): number {
  return Math.max(
    ...dates.map(({ startsAt: at }) => dates.filter((one) => one.startsAt <= at && at < one.endsAt).length),
  )
}

type Choose = (free: readonly { readonly hostId: string }[]) => string | undefined

/** Whether so many hosts do for a week. */
function fits(dates: readonly MeetingDate[], count: number, choose: Choose): boolean {
  const hosts = Array.from({ length: count }, (_, index) => host(`h${String(index).padStart(3, '0')}`))
  const held: Held[] = []
  const budgetSpent = new Map<string, number>()
  for (const one of dates) {
    const hostId = choose(rankHosts({ ...booker, dates: [one], hosts, held, budgetSpent }).candidates)
    if (hostId === undefined) return false
    held.push({ hostId, lane: 1, heldFrom: one.startsAt, heldTo: one.endsAt, bookingId: 'x' })
    budgetSpent.set(hostId, (budgetSpent.get(hostId) ?? 0) + 1)
  }
  return true
}

function hostsNeeded(dates: readonly MeetingDate[], choose: Choose): number {
  let count = mostAtOnce(dates)
  while (!fits(dates, count, choose)) count++
  return count
}

console.log(machine())
const rows = [1, 2, 3, 4, 5, 6, 7].map((seed) => {
  const random = chance(seed)
  const dates = randomWeek(400, random)
  const least = mostAtOnce(dates)
  const ours = hostsNeeded(dates, (free) => free[0]?.hostId)
  const byChance = hostsNeeded(dates, (free) => free[random(Math.max(1, free.length))]?.hostId)
  return { least, ours: ours / least, byChance: byChance / least }
})
printTable([
  ['400 meetings of a week, 7 weeks', 'hosts', ''],
  ['least possible', median(rows.map(({ least }) => least)).toFixed(0), ''],
  ['ours', `× ${median(rows.map(({ ours }) => ours)).toFixed(2)}`, spread(rows.map(({ ours }) => ours))],
  [
    'by chance',
    `× ${median(rows.map(({ byChance }) => byChance)).toFixed(2)}`,
    spread(rows.map(({ byChance }) => byChance)),
  ],
])

const random = chance(8)
const workdays = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((weekday) => [
    weekday,
    [{ from: '08:00', to: '18:00' }],
  ]),
)
const zones = ['Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'UTC']
const hosts: Host[] = Array.from({ length: 200 }, (_, index) =>
  host(`h${index}`, {
    capacity: 100 * (1 + (index % 3)),
    lanes: 1 + (index % 2),
    bufferAfter: 5,
    timeZone: zones[index % 4] ?? 'UTC',
    hours: index % 4 === 3 ? undefined : workdays,
  }),
)
const taken: Held[] = Array.from({ length: 10_000 }, () => {
  const index = random(200)
  const heldFrom = monday + random(15 * 7 * 96) * 15 * minute
  return {
    hostId: `h${index}`,
    lane: 1 + random(1 + (index % 2)),
    heldFrom,
    heldTo: heldFrom + 65 * minute,
    bookingId: 'x',
  }
}).sort((a, b) => a.heldFrom - b.heldFrom)
const times = wish({
  timeZone: 'Europe/Berlin',
  start: '2027-01-04T10:00',
  recurrence: { freq: 'weekly', interval: 1, byDay: ['monday'], end: { count: 15 } },
})
const question = { ...booker, hosts, held: taken }
const results = await race(
  [
    {
      name: 'rank 200 hosts for 15 dates, 10,000 held',
      async run(count) {
        for (let done = 0; done < count; done++)
          rankHosts({ ...question, dates: datesOfMeeting(times).dates, budgetSpent: new Map() })
      },
    },
    {
      name: 'find other times for the series',
      async run(count) {
        for (let done = 0; done < count; done++) findAlternatives({ ...question, times, isAllowed: () => true })
      },
    },
  ],
  { rounds: 15, count: 20 },
)
printTable([
  ['', 'CPU ms', '', 'wall ms', ''],
  ...results.map(({ name, cpuMicros, wallMicros }) => [
    name,
    (median(cpuMicros) / 1000).toFixed(1),
    spread(cpuMicros),
    (median(wallMicros) / 1000).toFixed(1),
    spread(wallMicros),
  ]),
])
