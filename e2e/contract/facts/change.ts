import type { ContractZoom } from '../contract-zoom.ts'
import { compare, confirmed, different, type Fact } from '../fact.ts'

const createMeeting = async (zoom: ContractZoom) =>
  (
    await zoom.create({
      start_time: `${zoom.dates.day()}T12:00:00Z`,
      timezone: 'UTC',
      settings: { mute_upon_entry: true },
    })
  ).body

export const changeFacts: readonly Fact[] = [
  {
    id: 'patch-answers-nothing',
    section: '§5.8',
    says: 'A change answers 204 without a body, and only what was sent changes; settings merge by key.',
    async check(zoom) {
      const { id } = await createMeeting(zoom)
      const answer = await zoom.call('PATCH', `/meetings/${id}`, { duration: 30, settings: { focus_mode: true } })
      const { body } = await zoom.call('GET', `/meetings/${id}`)
      const seen = [answer.status, answer.body, body.duration, body.settings.mute_upon_entry, body.start_time]
      return compare(seen, [204, undefined, 30, true, `${zoom.dates.day()}T12:00:00Z`])
    },
  },
  {
    id: 'new-passcode-new-link',
    section: '§8',
    says: 'Another passcode changes join_url.',
    async check(zoom) {
      const { id, join_url } = await createMeeting(zoom)
      await zoom.call('PATCH', `/meetings/${id}`, { password: 'Other_42' })
      const { body } = await zoom.call('GET', `/meetings/${id}`)
      return body.join_url === join_url ? different('the same link') : confirmed
    },
  },
  {
    id: 'past-start-in-change',
    section: '§5.4',
    says: 'A start_time in the past is ignored in a change.',
    async check(zoom) {
      const { id } = await createMeeting(zoom)
      const { status } = await zoom.call('PATCH', `/meetings/${id}`, { start_time: '2021-03-04T05:06:07Z' })
      const { body } = await zoom.call('GET', `/meetings/${id}`)
      return compare([status, body.start_time], [204, `${zoom.dates.day()}T12:00:00Z`])
    },
  },
  {
    id: 'second-delete',
    section: '§5.8',
    says: 'A second DELETE answers 404 with code 3001.',
    async check(zoom) {
      const { id } = await createMeeting(zoom)
      const first = await zoom.call('DELETE', `/meetings/${id}`)
      const second = await zoom.call('DELETE', `/meetings/${id}`)
      return compare([first.status, second.status, second.body?.code], [204, 404, 3001])
    },
  },
  {
    id: 'recover',
    section: '§5.8',
    says: 'PUT status `recover` brings a deleted meeting back.',
    async check(zoom) {
      const { id } = await createMeeting(zoom)
      await zoom.call('DELETE', `/meetings/${id}`)
      const { status } = await zoom.call('PUT', `/meetings/${id}/status`, { action: 'recover' })
      return compare([status, (await zoom.call('GET', `/meetings/${id}`)).status], [204, 200])
    },
  },
  {
    id: 'end-of-idle-meeting',
    section: '§5.8',
    says: 'PUT status `end` answers 204 though the meeting does not run.',
    async check(zoom) {
      const { id } = await createMeeting(zoom)
      return compare((await zoom.call('PUT', `/meetings/${id}/status`, { action: 'end' })).status, 204)
    },
  },
  {
    id: 'type-3-to-8',
    section: '§5.8',
    says: 'A meeting of type 3 becomes one of type 8 with the same id, passcode and link.',
    async check(zoom) {
      const { body: before } = await zoom.create({ type: 3 })
      const recurrence = { type: 1, end_times: 2 }
      const change = { type: 8, start_time: `${zoom.dates.day()}T12:00:00`, timezone: 'UTC', recurrence }
      const { status } = await zoom.call('PATCH', `/meetings/${before.id}`, change)
      const { body: after } = await zoom.call('GET', `/meetings/${before.id}`)
      return compare([status, after.type, after.password, after.join_url], [204, 8, before.password, before.join_url])
    },
  },
]
