import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const lunch = { name: 'Lunch?', type: 'single', answers: ['Rice', 'Noodles'] }

async function withMeeting(): Promise<{ zoom: TestZoom; polls: string; batch: string }> {
  const zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Weekly' })
  return { zoom, polls: `/meetings/${id}/polls`, batch: `/meetings/${id}/batch_polls` }
}

test('a poll comes back with an id, its status and what counts where nothing was sent', async () => {
  const { zoom, polls } = await withMeeting()
  await using _ = zoom
  const made = await zoom.call('POST', polls, { title: 'Food', questions: [lunch] })
  assert.equal(made.status, 201)
  const { id, ...rest } = made.body
  assert.match(id, /^[\w-]{22}$/)
  const question = { answer_required: false, show_as_dropdown: false, ...lunch }
  assert.deepEqual(rest, { status: 'notstart', title: 'Food', poll_type: 1, anonymous: false, questions: [question] })
  assert.deepEqual((await zoom.call('GET', `${polls}/${id}`)).body, made.body)
  assert.deepEqual((await zoom.call('GET', polls)).body, { total_records: 1, polls: [made.body] })
})

test('PUT replaces a poll and keeps its id; DELETE takes it away', async () => {
  const { zoom, polls } = await withMeeting()
  await using _ = zoom
  const { body: made } = await zoom.call('POST', polls, { title: 'Food', anonymous: true, questions: [lunch] })
  const again = { title: 'Drinks', questions: [{ name: 'Why?', type: 'long_answer', answer_max_character: 2000 }] }
  assert.equal((await zoom.call('PUT', `${polls}/${made.id}`, again)).status, 204)
  const { body: changed } = await zoom.call('GET', `${polls}/${made.id}`)
  assert.deepEqual([changed.id, changed.title, changed.anonymous], [made.id, 'Drinks', false])
  assert.equal((await zoom.call('DELETE', `${polls}/${made.id}`)).status, 204)
  assert.deepEqual((await zoom.call('GET', polls)).body, { total_records: 0, polls: [] })
})

test('a list can be asked for the anonymous polls, or for the others', async () => {
  const { zoom, polls } = await withMeeting()
  await using _ = zoom
  for (const anonymous of [true, false]) await zoom.call('POST', polls, { title: 'x', anonymous, questions: [lunch] })
  const titles = async (query: string) => (await zoom.call('GET', `${polls}${query}`)).body.polls.length
  assert.deepEqual([await titles('?anonymous=true'), await titles('?anonymous=false'), await titles('')], [1, 1, 2])
})

test('a batch makes up to 25 polls at once, or none of them', async () => {
  const { zoom, polls, batch } = await withMeeting()
  await using _ = zoom
  const poll = { title: 'Food', questions: [lunch] }
  const made = await zoom.call('POST', batch, { polls: Array(25).fill(poll) })
  assert.deepEqual([made.status, made.body.polls.length], [201, 25])
  const bad = await zoom.call('POST', batch, { polls: [poll, { ...poll, title: '' }] })
  assert.deepEqual([bad.status, bad.body.errors[0].field], [400, 'polls[1].title'])
  assert.equal((await zoom.call('POST', batch, { polls: Array(26).fill(poll) })).body.errors[0].field, 'polls')
  assert.equal((await zoom.call('POST', batch, { polls: Array(25).fill(poll) })).status, 201)
  const full = await zoom.call('POST', polls, poll)
  assert.deepEqual([full.status, full.body.code], [400, 4400])
  assert.equal(full.body.message, 'You can only add a maximum of 50 polls.')
  assert.equal((await zoom.call('GET', polls)).body.total_records, 50)
})

const of = (question: object) => ({ title: 'x', questions: [{ ...lunch, ...question }] })
const refused: [string, object, string][] = [
  ['without a title', { questions: [lunch] }, 'title'],
  ['a title of 65 characters', { title: 'x'.repeat(65), questions: [lunch] }, 'title'],
  ['without questions', { title: 'x' }, 'questions'],
  ['an empty list of questions', { title: 'x', questions: [] }, 'questions'],
  ['a poll type of 4', { ...of({}), poll_type: 4 }, 'poll_type'],
  ['a question without a name', { title: 'x', questions: [{ type: 'long_answer' }] }, 'questions[0].name'],
  ['a question of 256 characters', of({ name: 'x'.repeat(256) }), 'questions[0].name'],
  ['a type that Zoom lacks', of({ type: 'essay' }), 'questions[0].type'],
  ['a choice of one', of({ answers: ['Rice'] }), 'questions[0].answers'],
  ['a choice of 51', of({ answers: Array(51).fill('x') }), 'questions[0].answers'],
  ['a choice without answers', { title: 'x', questions: [{ name: 'x', type: 'multiple' }] }, 'questions[0].answers'],
  ['a ranking of 8', of({ type: 'rank_order', answers: Array(8).fill('x') }), 'questions[0].answers'],
  ['a matching of 17', of({ type: 'matching', answers: Array(17).fill('x') }), 'questions[0].answers'],
  ['one prompt', of({ type: 'matching', prompts: [{ prompt_question: 'x' }] }), 'questions[0].prompts'],
  ['11 prompts', of({ type: 'matching', prompts: Array(11).fill({}) }), 'questions[0].prompts'],
  [
    'a prompt of 201 characters',
    of({ prompts: [{ prompt_question: 'x'.repeat(201) }, {}] }),
    'questions[0].prompts[0].prompt_question',
  ],
  ['no right answer', of({ right_answers: [] }), 'questions[0].right_answers'],
  [
    'a short answer of 501',
    of({ type: 'short_answer', answer_max_character: 501 }),
    'questions[0].answer_max_character',
  ],
  [
    'fewer at most than at least',
    of({ type: 'long_answer', answer_min_character: 9, answer_max_character: 8 }),
    'questions[0].answer_max_character',
  ],
  ['a rating up to 11', of({ type: 'rating_scale', rating_max_value: 11 }), 'questions[0].rating_max_value'],
  [
    'a scale of one number',
    of({ type: 'rating_scale', rating_min_value: 5, rating_max_value: 5 }),
    'questions[0].rating_max_value',
  ],
  ['a label of 51', of({ type: 'rating_scale', rating_min_label: 'x'.repeat(51) }), 'questions[0].rating_min_label'],
]
for (const [name, body, field] of refused)
  test(`a poll is refused, and the field named: ${name}`, async () => {
    const { zoom, polls } = await withMeeting()
    await using _ = zoom
    const { status, body: answer } = await zoom.call('POST', polls, body)
    assert.deepEqual([status, answer.code], [400, 300])
    assert.deepEqual(
      answer.errors.map((error: { field: string }) => error.field),
      [field],
    )
  })

test('every kind of question is taken and given back', async () => {
  const { zoom, polls } = await withMeeting()
  await using _ = zoom
  const questions = [
    { ...lunch, show_as_dropdown: true, right_answers: ['Rice'] },
    { ...lunch, type: 'multiple', answer_required: true },
    { ...lunch, type: 'rank_order' },
    { ...lunch, type: 'matching', prompts: [{ prompt_question: 'a', prompt_right_answers: ['Rice'] }, {}] },
    { name: 'Short', type: 'short_answer', answer_min_character: 1, answer_max_character: 500 },
    { name: 'Fill _', type: 'fill_in_the_blank', case_sensitive: true, right_answers: ['x'] },
    {
      ...{ name: 'Rate', type: 'rating_scale', rating_min_value: 0, rating_max_value: 10 },
      ...{ rating_min_label: 'low', rating_max_label: 'high' },
    },
  ]
  const { status, body } = await zoom.call('POST', polls, { title: 'All', poll_type: 3, questions })
  assert.deepEqual([status, body.poll_type], [201, 3])
  for (const [index, question] of questions.entries())
    assert.deepEqual(body.questions[index], { answer_required: false, show_as_dropdown: false, ...question })
})

test('a Basic host has no polls', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({}, 'nora@example.com')
  const { status, body } = await zoom.call('POST', `/meetings/${id}/polls`, { title: 'x', questions: [lunch] })
  assert.deepEqual([status, body.code], [400, 4400])
  assert.match(body.message, /^Meeting polls disabled\. .*"Meeting Polls\/Quizzes"/)
})

const unknown: [string, string, string, number, number][] = [
  ['the list of an unknown meeting', 'GET', '/meetings/91234567890/polls', 404, 404],
  ['a batch for an unknown meeting', 'POST', '/meetings/91234567890/batch_polls', 400, 3001],
  ['a batch for no number', 'POST', '/meetings/abc/batch_polls', 400, 300],
]
for (const [name, method, path, status, code] of unknown)
  test(`${name} is ${status} with code ${code}`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call(method, path, method === 'POST' ? { polls: [of({})] } : undefined)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })

test('a poll of another meeting is not found', async () => {
  const { zoom, polls } = await withMeeting()
  await using _ = zoom
  const { body } = await zoom.call('POST', polls, of({}))
  const other = await zoom.create({})
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const answer = await zoom.call(
      method,
      `/meetings/${other.id}/polls/${body.id}`,
      method === 'PUT' ? of({}) : undefined,
    )
    assert.deepEqual([answer.status, answer.body.code, answer.body.message], [404, 404, 'Meeting Poll not found.'])
  }
})
