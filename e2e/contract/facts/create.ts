import type { ContractZoom } from '../contract-zoom.ts'
import { compare, confirmed, different, type Fact, notTried } from '../fact.ts'

const startOf = ({ dates }: ContractZoom) => ({ start_time: `${dates.day()}T12:00:00Z`, timezone: 'UTC' })

export const createFacts: readonly Fact[] = [
  {
    id: 'text-numbers',
    section: '§10',
    says: 'Numbers and booleans sent as text are taken for what they say.',
    switch: 'coerceText',
    async check(zoom) {
      const settings = { mute_upon_entry: 'True' }
      const { status, body } = await zoom.create({ ...startOf(zoom), type: '2', duration: '45', settings })
      if (status !== 201) return different(`status ${status}, code ${body.code}`)
      return compare([body.type, body.duration, body.settings.mute_upon_entry], [2, 45, true])
    },
  },
  {
    id: 'unknown-fields',
    section: '§5.3',
    says: 'Unknown fields of a body are ignored.',
    async check(zoom) {
      const { status } = await zoom.create({ ...startOf(zoom), colour: 'red', settings: { colour: 'red' } })
      return compare(status, 201)
    },
  },
  {
    id: 'default-duration',
    section: '§5.3',
    says: 'A meeting without a duration lasts 60 minutes.',
    async check(zoom) {
      return compare((await zoom.create(startOf(zoom))).body.duration, 60)
    },
  },
  {
    id: 'default-password',
    section: '§5.3',
    says: 'A meeting made without `password` and `default_password` gets a passcode.',
    async check(zoom) {
      return (await zoom.create(startOf(zoom))).body.password ? confirmed : different('no passcode')
    },
  },
  {
    id: 'without-passcode',
    section: '§5.3',
    says: 'With `default_password: false` a meeting has no passcode, and the answer says `password: ""`.',
    switch: 'enforcePasscode',
    async check(zoom) {
      const { password } = (await zoom.create({ ...startOf(zoom), default_password: false })).body
      return password ? different('a passcode') : compare(password, '')
    },
  },
  {
    id: 'create-answer',
    section: '§5.6',
    says: 'The answer of create has uuid, host_id, status and encrypted_password, and a number as id.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const kinds = ['uuid', 'host_id', 'status', 'encrypted_password', 'id'].map((name) => typeof body[name])
      return compare(kinds, ['string', 'string', 'string', 'string', 'number'])
    },
  },
  {
    id: 'pwd-in-link',
    section: '§8',
    says: '`encrypted_password` is the `pwd` of join_url.',
    async check(zoom) {
      const { body } = await zoom.create(startOf(zoom))
      const pwd = new URL(body.join_url).searchParams.get('pwd')
      if (pwd === null) return notTried('this account leaves the passcode out of links')
      return pwd === body.encrypted_password ? confirmed : different('another text')
    },
  },
  {
    id: 'refused-field',
    section: '§11',
    says: 'A wrong value is refused with 400, code 300 and the name of the field.',
    async check(zoom) {
      const { status, body } = await zoom.create({ ...startOf(zoom), settings: { jbh_time: 7 } })
      const first = body?.errors?.[0]
      return compare([status, body.code, first?.field], [400, 300, 'settings.jbh_time'])
    },
  },
  {
    id: 'bad-json',
    section: '§11',
    says: 'A body that is no JSON object is refused with 400 and code 300.',
    async check(zoom) {
      const { status, body } = await zoom.call('POST', '/users/me/meetings', '{"topic": ')
      return compare([status, body?.code], [400, 300])
    },
  },
  {
    id: 'topic-length',
    section: '§5.3',
    says: 'A topic of more than 200 characters is refused with code 300.',
    async check(zoom) {
      const { status, body } = await zoom.create({ ...startOf(zoom), topic: 'x'.repeat(201) })
      return compare([status, body.code], [400, 300])
    },
  },
  {
    id: 'instant-with-schedule-for',
    section: '§5.2',
    says: 'An instant meeting with schedule_for is refused with code 3000.',
    async check(zoom) {
      const { body: me } = await zoom.call('GET', '/users/me')
      const { status, body } = await zoom.create({ type: 1, schedule_for: me.email })
      return compare([status, body.code], [400, 3000])
    },
  },
  {
    id: 'create-label',
    section: '§3.3',
    says: 'Creating a meeting counts as Medium, where the answer names a category.',
    async check(zoom) {
      const category = (await zoom.create(startOf(zoom))).headers.get('x-ratelimit-category')
      if (category === null) return notTried('the answer names no category')
      return compare(category, 'Medium')
    },
  },
]
