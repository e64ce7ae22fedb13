import type { ContractZoom } from '../contract-zoom.ts'
import { compare, confirmed, different, type Fact } from '../fact.ts'

/** Noon of a January day: far from any change of clocks in these zones. */
const noonOf = ({ dates }: ContractZoom) => `${dates.day()}T12:00:00`

export const timeFacts: readonly Fact[] = [
  {
    id: 'wall-time',
    section: '§5.4',
    says: 'A start_time without Z is wall time in `timezone`; answers give UTC with Z.',
    async check(zoom) {
      const { body } = await zoom.create({ start_time: noonOf(zoom), timezone: 'Asia/Taipei' })
      return compare([body.start_time, body.timezone], [`${zoom.dates.day()}T04:00:00Z`, 'Asia/Taipei'])
    },
  },
  {
    id: 'z-is-utc',
    section: '§5.4',
    says: 'With Z the time is UTC; `timezone` is only shown.',
    async check(zoom) {
      const { body } = await zoom.create({ start_time: `${noonOf(zoom)}Z`, timezone: 'Asia/Taipei' })
      return compare([body.start_time, body.timezone], [`${noonOf(zoom)}Z`, 'Asia/Taipei'])
    },
  },
  {
    id: 'offset-ignored',
    section: '§5.4',
    says: 'An offset such as +02:00 is not applied: the time counts as UTC.',
    async check(zoom) {
      const { status, body } = await zoom.create({ start_time: `${noonOf(zoom)}+02:00`, timezone: 'Europe/Berlin' })
      return status === 201
        ? compare(body.start_time, `${noonOf(zoom)}Z`)
        : different(`status ${status}, code ${body.code}`)
    },
  },
  {
    id: 'past-start',
    section: '§5.4',
    says: 'A start_time in the past becomes now, without an error.',
    async check(zoom) {
      const { status, body } = await zoom.create({ start_time: '2021-03-04T05:06:07Z' })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare(body.start_time, body.created_at)
    },
  },
  {
    id: 'unreadable-start',
    section: '§5.4',
    says: 'A start_time that cannot be read becomes now, without an error.',
    switch: 'unreadableStart',
    async check(zoom) {
      const { status, body } = await zoom.create({ start_time: `${zoom.dates.day()}T10: 21: 57` })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare(body.start_time, body.created_at)
    },
  },
  {
    id: 'unlisted-zone',
    section: '§5.4',
    says: "An IANA zone that is not on Zoom's list is taken.",
    switch: 'unlistedZone',
    async check(zoom) {
      const { status, body } = await zoom.create({ start_time: noonOf(zoom), timezone: 'America/Toronto' })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare([body.timezone, body.start_time], ['America/Toronto', `${zoom.dates.day()}T17:00:00Z`])
    },
  },
  {
    id: 'misspelt-zone',
    section: '§5.4',
    says: "A zone that does not exist is swallowed: the host's own counts.",
    async check(zoom) {
      const [misspelt, without] = [
        await zoom.create({ start_time: noonOf(zoom), timezone: 'Asial/Taipei' }),
        await zoom.create({ start_time: noonOf(zoom) }),
      ]
      if (misspelt.status !== 201) return different(`status ${misspelt.status}, code ${misspelt.body.code}`)
      return compare(
        [misspelt.body.timezone, misspelt.body.start_time],
        [without.body.timezone, without.body.start_time],
      )
    },
  },
  {
    id: 'skipped-hour',
    section: '§5.4',
    says: 'A wall time that the clocks skip moves forward by the gap.',
    async check(zoom) {
      const { body } = await zoom.create({
        start_time: `${zoom.dates.skippedHourOn}T02:30:00`,
        timezone: 'Europe/Berlin',
      })
      return compare(body.start_time, `${zoom.dates.skippedHourOn}T01:30:00Z`)
    },
  },
  {
    id: 'repeated-hour',
    section: '§5.4',
    says: 'Of a wall time that the clocks repeat the first is meant.',
    async check(zoom) {
      const { body } = await zoom.create({
        start_time: `${zoom.dates.repeatedHourOn}T02:30:00`,
        timezone: 'Europe/Berlin',
      })
      return compare(body.start_time, `${zoom.dates.repeatedHourOn}T00:30:00Z`)
    },
  },
  {
    id: 'no-milliseconds',
    section: '§5.4',
    says: 'Answers write instants without milliseconds.',
    async check(zoom) {
      const { body } = await zoom.create({ start_time: noonOf(zoom), timezone: 'UTC' })
      const instants = [body.start_time, body.created_at]
      return instants.every((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text))
        ? confirmed
        : different(instants.join(', '))
    },
  },
]
