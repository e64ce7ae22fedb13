import type { ContractZoom } from '../contract-zoom.ts'
import { compare, confirmed, different, type Fact, notTried } from '../fact.ts'

const startOf = ({ dates }: ContractZoom) => ({ start_time: `${dates.day()}T12:00:00Z`, timezone: 'UTC' })

export const readFacts: readonly Fact[] = [
  {
    id: 'unknown-path',
    section: '§5.2',
    says: 'An unknown path is refused with 404 and code 2300.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/convene/contract')
      return compare([status, body?.code], [404, 2300])
    },
  },
  {
    id: 'unknown-meeting',
    section: '§5.2',
    says: 'A meeting that does not exist is 404 with code 3001 and its id in the message.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/meetings/99999999999')
      return compare([status, body?.code, String(body?.message).includes('99999999999')], [404, 3001, true])
    },
  },
  {
    id: 'unknown-user',
    section: '§11',
    says: 'A user who does not exist is 404 with code 1001.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/users/nobody-at-all@example.com')
      return compare([status, body?.code], [404, 1001])
    },
  },
  {
    id: 'tracking-id',
    section: '§3.5',
    says: 'Every answer has x-zm-trackingid.',
    async check(zoom) {
      return (await zoom.call('GET', '/users/me')).headers.has('x-zm-trackingid') ? confirmed : different('none')
    },
  },
  {
    id: 'list-after-create',
    section: '§10',
    says: 'A list has a meeting at once after its creation.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const { body: list } = await zoom.call('GET', '/users/me/meetings?page_size=300')
      const isThere = list.meetings.some(({ id }: { id: number }) => id === body.id)
      return isThere ? confirmed : different('not there yet')
    },
  },
  {
    id: 'instant-not-listed',
    section: '§5.7',
    says: 'Lists do not show instant meetings.',
    async check(zoom) {
      const { body } = await zoom.create({ type: 1 })
      const { body: list } = await zoom.call('GET', '/users/me/meetings?page_size=300')
      const isThere = list.meetings.some(({ id }: { id: number }) => id === body.id)
      return isThere ? different('it is listed') : confirmed
    },
  },
  {
    id: 'agenda-in-lists',
    section: '§5.7',
    says: 'A row of a list has the first 250 characters of the agenda.',
    async check(zoom) {
      const { body } = await zoom.create({ ...startOf(zoom), agenda: 'a'.repeat(400) })
      const { body: list } = await zoom.call('GET', '/users/me/meetings?page_size=300')
      const row = list.meetings.find(({ id }: { id: number }) => id === body.id)
      if (!row) return notTried('the list does not have the meeting yet')
      return row.agenda ? compare(row.agenda.length, 250) : notTried('this account hides agendas')
    },
  },
  {
    id: 'dead-page-token',
    section: '§5.7',
    says: 'A page token that is not known is refused with 400 and code 300.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/users/me/meetings?next_page_token=nonsense')
      return compare([status, body?.code], [400, 300])
    },
  },
  {
    id: 'page-size',
    section: '§5.7',
    says: 'A page_size over 300 is refused with 400 and code 300.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/users/me/meetings?page_size=301')
      return compare([status, body?.code], [400, 300])
    },
  },
  {
    id: 'invitation',
    section: '§7',
    says: 'The invitation has lines that end in CR LF, the topic, the grouped id and the passcode.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const { body: answer } = await zoom.call('GET', `/meetings/${body.id}/invitation`)
      const text: string = answer.invitation ?? ''
      const id = String(body.id).replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3')
      const parts = ['\r\n', body.topic, id, body.password, body.join_url]
      const missing = ['CR LF', 'topic', 'id', 'passcode', 'link'].filter((_, index) => !text.includes(parts[index]))
      return missing.length === 0 ? confirmed : different(`without ${missing.join(', ')}`)
    },
  },
  {
    id: 'past-before-end',
    section: '§5.10',
    says: 'A meeting that never ran is not among the past ones: 404 with code 3001.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const { status, body: answer } = await zoom.call('GET', `/past_meetings/${body.id}`)
      return compare([status, answer?.code], [404, 3001])
    },
  },
  {
    id: 'registrants-of-open-meeting',
    section: '§5.2',
    says: 'Registering for a meeting without registration is refused with 404 and code 404.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const person = { email: 'contract@example.com', first_name: 'Contract' }
      const { status, body: answer } = await zoom.call('POST', `/meetings/${body.id}/registrants`, person)
      if (answer?.code === 2300 || answer?.code === 200) return notTried('registration needs another plan or version')
      return compare([status, answer?.code], [404, 404])
    },
  },
  {
    id: 'poll-round-trip',
    section: '§5.10',
    says: 'A poll of a meeting is made with 201, has an id and the status notstart.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const question = { name: 'Which day?', type: 'single', answers: ['Monday', 'Tuesday'] }
      const { status, body: poll } = await zoom.call('POST', `/meetings/${body.id}/polls`, {
        title: 'Day',
        questions: [question],
      })
      if (poll?.code === 2300 || poll?.code === 4400) return notTried('polls are switched off here')
      return compare([status, typeof poll?.id, poll?.status], [201, 'string', 'notstart'])
    },
  },
]
