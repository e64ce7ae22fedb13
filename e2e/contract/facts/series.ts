import type { ContractZoom } from '../contract-zoom.ts'
import { compare, confirmed, different, type Fact } from '../fact.ts'

/** A series at noon UTC, by default from a Wednesday in January. */
function createSeries(zoom: ContractZoom, recurrence: Record<string, unknown>, day = zoom.dates.day()) {
  return zoom.create({ type: 8, start_time: `${day}T12:00:00`, timezone: 'UTC', recurrence })
}

interface Occurrence {
  readonly occurrence_id: string
  readonly start_time: string
  readonly status: string
}
const startsOf = (occurrences: readonly Occurrence[] | undefined) =>
  (occurrences ?? []).map(({ start_time }) => start_time.slice(0, 10))

export const seriesFacts: readonly Fact[] = [
  {
    id: 'weekly-days',
    section: '§6',
    says: '`weekly_days` is a text such as "4,6", 1 is Sunday, and each matching day is a date.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 2, weekly_days: '4,6', end_times: 4 })
      return compare(startsOf(body.occurrences), [
        zoom.dates.day(),
        zoom.dates.day(2),
        zoom.dates.day(7),
        zoom.dates.day(9),
      ])
    },
  },
  {
    id: 'occurrence-ids',
    section: '§6',
    says: 'An occurrence_id is the epoch milliseconds of the original start, as text.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 2 })
      return compare(body.occurrences?.[0]?.occurrence_id, String(Date.parse(`${zoom.dates.day()}T12:00:00Z`)))
    },
  },
  {
    id: 'start-day-not-in-days',
    section: '§6',
    says: 'Where the start day is not among weekly_days, the first matching day is the first date.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 2, weekly_days: '2', end_times: 2 })
      return compare(startsOf(body.occurrences), [zoom.dates.day(5), zoom.dates.day(12)])
    },
  },
  {
    id: 'short-months',
    section: '§6',
    says: 'A monthly series on day 31 has no date in shorter months.',
    switch: 'shortMonth',
    async check(zoom) {
      const { january31 } = zoom.dates
      const { body } = await createSeries(zoom, { type: 3, monthly_day: 31, end_times: 3 }, january31)
      return compare(startsOf(body.occurrences), [
        january31,
        january31.replace('-01-', '-03-'),
        january31.replace('-01-', '-05-'),
      ])
    },
  },
  {
    id: 'clock-change',
    section: '§6',
    says: 'The dates of a series keep the wall time of its zone over a change of clocks.',
    async check(zoom) {
      const { skippedHourOn } = zoom.dates
      const weekBefore = new Date(Date.parse(skippedHourOn) - 7 * 86_400_000).toISOString().slice(0, 10)
      const { body } = await zoom.create({
        type: 8,
        start_time: `${weekBefore}T18:00:00`,
        timezone: 'Europe/Berlin',
        recurrence: { type: 2, weekly_days: '1', end_times: 2 },
      })
      const starts = (body.occurrences ?? []).map(({ start_time }: Occurrence) => start_time)
      return compare(starts, [`${weekBefore}T17:00:00Z`, `${skippedHourOn}T16:00:00Z`])
    },
  },
  {
    id: 'endless-series',
    section: '§6',
    says: '`end_times: 0` is a series without end, with about two years of weekly dates (110).',
    async check(zoom) {
      const { status, body } = await createSeries(zoom, { type: 2, weekly_days: '4', end_times: 0 })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare(body.occurrences?.length, 110)
    },
  },
  {
    id: 'most-occurrences',
    section: '§6',
    says: '`end_times` may be 60 at most.',
    switch: 'maxOccurrences',
    async check(zoom) {
      const [sixty, more] = [
        await createSeries(zoom, { type: 1, end_times: 60 }),
        await createSeries(zoom, { type: 1, end_times: 61 }),
      ]
      return compare([sixty.status, sixty.body.occurrences?.length, more.status], [201, 60, 400])
    },
  },
  {
    id: 'longest-interval',
    section: '§6',
    says: '`repeat_interval` may be 99 days, 50 weeks or 10 months at most.',
    switch: 'repeatLimits',
    async check(zoom) {
      const statuses: number[] = []
      for (const [type, interval] of [
        [1, 99],
        [2, 50],
        [3, 10],
        [1, 100],
      ])
        statuses.push((await createSeries(zoom, { type, repeat_interval: interval, end_times: 1 })).status)
      return compare(statuses, [201, 201, 201, 400])
    },
  },
  {
    id: 'bare-end-date',
    section: '§6',
    says: '`end_date_time` that is only a date means the end of that day in the zone of the meeting.',
    switch: 'bareEndDate',
    async check(zoom) {
      const { status, body } = await createSeries(zoom, { type: 1, end_date_time: zoom.dates.day(1) })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare(startsOf(body.occurrences), [zoom.dates.day(), zoom.dates.day(1)])
    },
  },
  {
    id: 'two-ends',
    section: '§6',
    says: '`end_times` and `end_date_time` together are refused.',
    async check(zoom) {
      const ends = { end_times: 3, end_date_time: `${zoom.dates.farEnd}T00:00:00Z` }
      return compare((await createSeries(zoom, { type: 1, ...ends })).status, 400)
    },
  },
  {
    id: 'past-series',
    section: '§5.4',
    says: 'A series that began in the past keeps its dates.',
    switch: 'pastSeries',
    async check(zoom) {
      const recurrence = { type: 3, monthly_day: 1, end_date_time: `${zoom.dates.farEnd}T00:00:00Z` }
      const { status, body } = await createSeries(zoom, recurrence, zoom.dates.pastNewYear)
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      const { body: read } = await zoom.call('GET', `/meetings/${body.id}?show_previous_occurrences=true`)
      return compare(startsOf(read.occurrences)[0], zoom.dates.pastNewYear)
    },
  },
  {
    id: 'moved-occurrence',
    section: '§6',
    says: 'A date that is moved keeps its occurrence_id.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 2 })
      const [first] = body.occurrences
      const path = `/meetings/${body.id}?occurrence_id=${first.occurrence_id}`
      const { status } = await zoom.call('PATCH', path, { start_time: `${zoom.dates.day()}T15:00:00Z` })
      const { body: read } = await zoom.call('GET', `/meetings/${body.id}`)
      const ids = read.occurrences.map(({ occurrence_id }: Occurrence) => occurrence_id)
      return compare([status, ids.includes(first.occurrence_id)], [204, true])
    },
  },
  {
    id: 'topic-of-one-date',
    section: '§5.8',
    says: 'The topic cannot change for one date alone.',
    switch: 'occurrenceFields',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 2 })
      const path = `/meetings/${body.id}?occurrence_id=${body.occurrences[0].occurrence_id}`
      return compare((await zoom.call('PATCH', path, { topic: 'Another' })).status, 400)
    },
  },
  {
    id: 'deleted-occurrence',
    section: '§6',
    says: 'A deleted date stays listed as deleted.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 2 })
      await zoom.call('DELETE', `/meetings/${body.id}?occurrence_id=${body.occurrences[0].occurrence_id}`)
      const { body: read } = await zoom.call('GET', `/meetings/${body.id}`)
      return compare(read.occurrences.map(({ status }: Occurrence) => status).sort(), ['available', 'deleted'])
    },
  },
  {
    id: 'bad-occurrence',
    section: '§5.8',
    says: 'An occurrence_id that does not exist is refused with 400 and code 3000.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 2 })
      const answer = await zoom.call('DELETE', `/meetings/${body.id}?occurrence_id=1234567890123`)
      return compare([answer.status, answer.body?.code], [400, 3000])
    },
  },
  {
    id: 'recurrence-without-start',
    section: '§6',
    says: 'A changed recurrence without start_time begins at the last date of the series.',
    switch: 'recurrenceWithoutStart',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 3 })
      await zoom.call('PATCH', `/meetings/${body.id}`, { recurrence: { type: 1, end_times: 2 } })
      const { body: read } = await zoom.call('GET', `/meetings/${body.id}`)
      const [first] = startsOf(read.occurrences)
      return first === zoom.dates.day(2) ? confirmed : different(`the first date is ${first}`)
    },
  },
  {
    id: 'series-in-lists',
    section: '§5.7',
    says: 'A series is one row of the list `scheduled`.',
    async check(zoom) {
      const { body } = await createSeries(zoom, { type: 1, end_times: 3 })
      const { body: list } = await zoom.call('GET', '/users/me/meetings?type=scheduled&page_size=300')
      const rows = list.meetings.filter(({ id }: { id: number }) => id === body.id)
      return compare(rows.length, 1)
    },
  },
]
