import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const question = { name: 'How was it?', type: 'rating_scale', rating_min_value: 1, rating_max_value: 5 }

async function withMeeting(): Promise<{ zoom: TestZoom; survey: string }> {
  const zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Weekly' })
  return { zoom, survey: `/meetings/${id}/survey` }
}

test('a survey of questions is kept and read, and one elsewhere takes its place', async () => {
  const { zoom, survey } = await withMeeting()
  await using _ = zoom
  assert.deepEqual((await zoom.call('GET', survey)).body, { show_in_the_browser: true })
  const custom_survey = { title: 'After', anonymous: true, feedback: 'Thanks', questions: [question] }
  const sent = { custom_survey, show_in_the_browser: false }
  assert.equal((await zoom.call('PATCH', survey, sent)).status, 204)
  assert.deepEqual((await zoom.call('GET', survey)).body, {
    custom_survey: {
      ...{ numbered_questions: false, show_question_type: false, ...custom_survey },
      questions: [{ answer_required: false, show_as_dropdown: false, ...question }],
    },
    show_in_the_browser: false,
  })
  const elsewhere = { third_party_survey: 'https://example.com/survey' }
  assert.equal((await zoom.call('PATCH', survey, elsewhere)).status, 204)
  assert.deepEqual((await zoom.call('GET', survey)).body, { ...elsewhere, show_in_the_browser: false })
  assert.equal((await zoom.call('DELETE', survey)).status, 204)
  assert.deepEqual((await zoom.call('GET', survey)).body, { show_in_the_browser: true })
})

const custom = (part: object) => ({ custom_survey: { title: 'x', questions: [question], ...part } })
const refused: [string, object, string][] = [
  ['an address that is none', { third_party_survey: 'example' }, 'third_party_survey'],
  ['an address of a script', { third_party_survey: 'javascript:alert(1)' }, 'third_party_survey'],
  ['both kinds', { ...custom({}), third_party_survey: 'https://example.com' }, 'third_party_survey'],
  ['without questions', { custom_survey: {} }, 'custom_survey.questions'],
  ['101 questions', custom({ questions: Array(101).fill(question) }), 'custom_survey.questions'],
  ['a title of 65', custom({ title: 'x'.repeat(65) }), 'custom_survey.title'],
  ['a feedback of 321', custom({ feedback: 'x'.repeat(321) }), 'custom_survey.feedback'],
  [
    'a question of 421',
    custom({ questions: [{ ...question, name: 'x'.repeat(421) }] }),
    'custom_survey.questions[0].name',
  ],
]
for (const [name, body, field] of refused)
  test(`a survey is refused, and the field named: ${name}`, async () => {
    const { zoom, survey } = await withMeeting()
    await using _ = zoom
    const { status, body: answer } = await zoom.call('PATCH', survey, body)
    assert.deepEqual([status, answer.code, answer.errors[0].field], [400, 300, field])
  })

test('an unknown meeting has no survey, nor has one of a Basic host', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({}, 'nora@example.com')
  for (const [path, status, code] of [
    ['/meetings/91234567890/survey', 404, 3001],
    ['/meetings/abc/survey', 400, 300],
    [`/meetings/${id}/survey`, 400, 3000],
  ] as const) {
    const answer = await zoom.call('GET', path)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  }
})
