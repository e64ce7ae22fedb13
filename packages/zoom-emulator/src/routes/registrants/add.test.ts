import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const ayla = { email: 'ayla@example.com', first_name: 'Ayla', last_name: 'Demir' }
const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
const weekly = { type: 8, ...start, recurrence: { type: 2, weekly_days: '5', end_times: 3 } }

/** A meeting with registration, and the path of its registrants. */
async function withRegistration(
  settings: object = { approval_type: 0 },
  body: object = { type: 2, ...start },
  options: Parameters<typeof startZoom>[0] = {},
): Promise<{ zoom: TestZoom; meeting: Awaited<ReturnType<TestZoom['create']>>; path: string }> {
  const zoom = await startZoom(options)
  const meeting = await zoom.create({ topic: 'Open day', ...body, settings })
  return { zoom, meeting, path: `/meetings/${meeting.id}/registrants` }
}

test('who registers is approved at once, with a link and a pin of their own', async () => {
  const { zoom, meeting, path } = await withRegistration()
  await using _ = zoom
  const { status, body } = await zoom.call('POST', path, ayla)
  assert.equal(status, 201)
  const { registrant_id, join_url, participant_pin_code, ...rest } = body
  assert.deepEqual(rest, { id: meeting.id, topic: 'Open day', start_time: '2026-12-17T10:00:00Z' })
  assert.match(registrant_id, /^[\w-]{22}$/)
  assert.match(String(participant_pin_code), /^\d{6}$/)
  assert.match(join_url, new RegExp(`/w/${meeting.id}\\?tk=[\\w.-]+&pwd=${meeting.encrypted_password}$`))
  const row = {
    id: registrant_id,
    ...ayla,
    status: 'approved',
    create_time: '2026-11-22T04:00:00Z',
    join_url,
    participant_pin_code,
  }
  assert.deepEqual((await zoom.call('GET', path)).body.registrants, [row])
  assert.deepEqual((await zoom.call('GET', `${path}/${registrant_id}`)).body, row)
})

test('where the host approves, who registers waits without a link, unless auto_approve says otherwise', async () => {
  const { zoom, path } = await withRegistration({ approval_type: 1 })
  await using _ = zoom
  const { body } = await zoom.call('POST', path, ayla)
  assert.equal('join_url' in body, false)
  const trusted = await zoom.call('POST', path, { ...ayla, email: 'b@example.com', auto_approve: true })
  assert.match(trusted.body.join_url, /\/w\//)
  const names = async (query: string) =>
    (await zoom.call('GET', `${path}${query}`)).body.registrants.map(({ email }: { email: string }) => email)
  assert.deepEqual(await names(''), ['b@example.com'])
  assert.deepEqual(await names('?status=pending'), [ayla.email])
  assert.deepEqual(await names('?status=denied'), [])
  assert.equal((await zoom.call('GET', `${path}?status=all`)).body.errors[0].field, 'status')
})

const wrong: readonly (readonly [field: string, body: object])[] = [
  ['email', { first_name: 'A' }],
  ['email', { first_name: 'A', email: null }],
  ['email', { first_name: 'A', email: 'nobody' }],
  ['email', { first_name: 'A', email: `${'a'.repeat(120)}@example.com` }],
  ['first_name', { email: 'a@example.com' }],
  ['first_name', { email: 'a@example.com', first_name: ' ' }],
  ['first_name', { email: 'a@example.com', first_name: 'A'.repeat(65) }],
  ['last_name', { ...ayla, last_name: 'A'.repeat(65) }],
  ['no_of_employees', { ...ayla, no_of_employees: '7' }],
  ['purchasing_time_frame', { ...ayla, purchasing_time_frame: 'Soon' }],
  ['role_in_purchase_process', { ...ayla, role_in_purchase_process: 'Boss' }],
  ['language', { ...ayla, language: 'xx' }],
  ['custom_questions[0].value', { ...ayla, custom_questions: [{ title: 'Why', value: 'y'.repeat(129) }] }],
  ['custom_questions[0].title', { ...ayla, custom_questions: [{ value: 'y' }] }],
  ['auto_approve', { ...ayla, auto_approve: 'maybe' }],
]
test('a wrong field is named, and nobody is registered', async () => {
  const { zoom, path } = await withRegistration()
  await using _ = zoom
  for (const [field, body] of wrong) {
    const answer = await zoom.call('POST', path, body)
    assert.deepEqual([answer.status, answer.body.errors?.[0].field], [400, field], JSON.stringify(body))
  }
  assert.equal((await zoom.call('GET', path)).body.total_records, 0)
})

test('every answer comes back, those that Zoom lists in two ways too', async () => {
  const { zoom, path } = await withRegistration()
  await using _ = zoom
  const told = {
    ...ayla,
    address: '1 Main St',
    city: 'Izmir',
    state: 'TR-35',
    zip: '35000',
    country: 'TR',
    phone: '+90',
    comments: 'Hello',
    industry: 'Schools',
    job_title: 'Teacher',
    org: 'School',
    purchasing_time_frame: '1-3 months',
    role_in_purchase_process: 'Influencer',
    no_of_employees: '101-500',
    custom_questions: [{ title: 'Food', value: 'Rice' }],
    language: 'de-DE',
  }
  const { body } = await zoom.call('POST', path, told)
  const { body: row } = await zoom.call('GET', `${path}/${body.registrant_id}`)
  const { id, status, create_time, join_url, participant_pin_code, ...said } = row
  assert.deepEqual(said, told)
  assert.ok(id && status && create_time && join_url && participant_pin_code)
})

test('the same e-mail again is the same registrant, with its newer answers; a switch makes it one more', async () => {
  for (const repeatedRegistrant of ['same', 'new'] as const) {
    const { zoom, path } = await withRegistration(undefined, undefined, { switches: { repeatedRegistrant } })
    await using _ = zoom
    const first = await zoom.call('POST', path, ayla)
    const again = await zoom.call('POST', path, { ...ayla, email: 'AYLA@example.com', last_name: 'Kaya' })
    const isSame = repeatedRegistrant === 'same'
    assert.equal(again.body.registrant_id === first.body.registrant_id, isSame)
    const { registrants } = (await zoom.call('GET', path)).body
    assert.deepEqual(
      registrants.map(({ last_name }: { last_name: string }) => last_name),
      isSame ? ['Kaya'] : ['Demir', 'Kaya'],
    )
  }
})

test('one e-mail registers three times a day for a meeting where limits are kept', async () => {
  const { zoom, path } = await withRegistration(undefined, undefined, { switches: { limits: 'daily' } })
  await using _ = zoom
  const statuses: number[] = []
  for (let n = 0; n < 4; n++) statuses.push((await zoom.call('POST', path, ayla)).status)
  assert.deepEqual(statuses, [201, 201, 201, 429])
  assert.equal((await zoom.call('POST', path, { ...ayla, email: 'other@example.com' })).status, 201)
  zoom.emulator.clock.advance(86_400_000)
  assert.equal((await zoom.call('POST', path, ayla)).status, 201)
})

test('a question that is required has to be answered, and a choice has to be one of its answers', async () => {
  const { zoom, path } = await withRegistration()
  await using _ = zoom
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, { questions: [], custom_questions: [] })
  const custom = [
    { title: 'Food', type: 'single', required: true, answers: ['Rice', 'Noodles'] },
    { title: 'Remarks', type: 'short' },
  ]
  const questions = [
    { field_name: 'city', required: true },
    { field_name: 'phone', required: false },
  ]
  assert.equal((await zoom.call('PATCH', `${path}/questions`, { questions, custom_questions: custom })).status, 204)
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, { questions, custom_questions: custom })
  const fields = async (body: object) =>
    (await zoom.call('POST', path, { ...ayla, ...body })).body.errors?.map(({ field }: { field: string }) => field)
  const food = (value: string) => ({ custom_questions: [{ title: 'Food', value }] })
  assert.deepEqual(await fields({}), ['city', 'custom_questions[0]'])
  assert.deepEqual(await fields({ city: ' ', ...food('Soup') }), ['city', 'custom_questions[0]'])
  assert.equal(await fields({ city: 'Izmir', ...food('Rice') }), undefined)
  await zoom.call('PATCH', `${path}/questions`, { questions: [] })
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, { questions: [], custom_questions: custom })
  for (const [field, body] of [
    ['custom_questions[0].answers', { custom_questions: [{ title: 'Food', type: 'single' }] }],
    ['custom_questions[0].title', { custom_questions: [{ type: 'short' }] }],
    ['custom_questions[0].type', { custom_questions: [{ title: 'Food', type: 'multiple' }] }],
    ['questions[0].field_name', { questions: [{ field_name: 'age' }] }],
  ] as const)
    assert.equal((await zoom.call('PATCH', `${path}/questions`, body)).body.errors[0].field, field)
})

const ids = (answer: { occurrences: { occurrence_id: string }[] }) =>
  answer.occurrences.map(({ occurrence_id }) => occurrence_id)

test('of a series people register for all dates, for one, or for those they choose', async () => {
  for (const [registration_type, asked, expected] of [
    [1, [], [0, 1, 2]],
    [1, [1], [0, 1, 2]],
    [2, [], [0]],
    [2, [1], [1]],
    [3, [], [0, 1, 2]],
    [3, [0, 2], [0, 2]],
  ] as const) {
    const { zoom, meeting, path } = await withRegistration({ approval_type: 0, registration_type }, weekly)
    await using _ = zoom
    const all = ids(meeting)
    const query = asked.length > 0 ? `?occurrence_ids=${asked.map((index) => all[index]).join(',')}` : ''
    const { body } = await zoom.call('POST', `${path}${query}`, ayla)
    const chosen = expected.map((index) => all[index])
    assert.deepEqual(ids(body), chosen, `${registration_type} ${asked}`)
    assert.equal(body.start_time, body.occurrences[0].start_time)
    for (const id of all) {
      const { total_records } = (await zoom.call('GET', `${path}?occurrence_id=${id}`)).body
      assert.equal(total_records, chosen.includes(id) ? 1 : 0)
    }
    const bad = await zoom.call('POST', `${path}?occurrence_ids=${all[0]},7`, ayla)
    assert.deepEqual([bad.status, bad.body.code], [400, 3000])
  }
})

test('who registers for another date keeps the earlier one', async () => {
  const { zoom, meeting, path } = await withRegistration({ approval_type: 0, registration_type: 2 }, weekly)
  await using _ = zoom
  const [one, two] = ids(meeting)
  await zoom.call('POST', `${path}?occurrence_ids=${one}`, ayla)
  const { body } = await zoom.call('POST', `${path}?occurrence_ids=${two}`, ayla)
  assert.deepEqual(ids(body), [one, two])
})

test('a batch registers up to 30 people, or none of them', async () => {
  const { zoom, meeting, path } = await withRegistration({ approval_type: 1 })
  await using _ = zoom
  const batch = `/meetings/${meeting.id}/batch_registrants`
  const people = Array.from({ length: 30 }, (_, n) => ({ email: `p${n}@example.com`, first_name: `P${n}` }))
  const { status, body } = await zoom.call('POST', batch, { registrants: people })
  assert.equal(status, 201)
  assert.equal(body.registrants.length, 30)
  assert.deepEqual(Object.keys(body.registrants[0]), ['registrant_id', 'email', 'participant_pin_code'])
  assert.equal((await zoom.call('GET', `${path}?status=pending`)).body.total_records, 30)
  const approved = await zoom.call('POST', batch, { auto_approve: true, registrants: [ayla] })
  assert.match(approved.body.registrants[0].join_url, /\/w\//)
  for (const [field, registrants] of [
    ['registrants', [...people, ayla]],
    ['registrants', undefined],
    ['registrants[1].email', [ayla, { first_name: 'x' }]],
  ] as const)
    assert.equal((await zoom.call('POST', batch, { registrants })).body.errors[0].field, field)
})

test('nobody registers for a date of a series that has no date left: 400/3038', async () => {
  const { zoom, path } = await withRegistration({ approval_type: 0, registration_type: 2 }, weekly)
  await using _ = zoom
  await zoom.emulator.clock.freeze('2027-01-10T00:00:00Z')
  const refused = await zoom.call('POST', path, ayla)
  assert.deepEqual([refused.status, refused.body.code], [400, 3038])
  assert.equal((await zoom.call('GET', path)).body.total_records, 0)
})
