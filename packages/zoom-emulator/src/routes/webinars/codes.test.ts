import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { documentedCodes } from '../../../test/documented-codes.ts'
import { type Situation, type Stage, type StagedCall, stageSituations } from '../../../test/situations.ts'

const common: Readonly<Partial<Record<Situation, string>>> = {
  foreign: '400/1010',
  orphan: '404/1001',
  othersHost: '400/3003',
  unknown: '404/3001',
  otherKind: '404/3001',
}
const poll = { title: 'Food', questions: [{ name: 'Lunch?', type: 'single', answers: ['Rice', 'Noodles'] }] }

interface Call extends StagedCall {
  readonly refusals: Readonly<Partial<Record<Situation, string>>>
  /** What webinars.test.ts produces. */
  readonly elsewhere?: readonly string[]
  /** What is documented and cannot be here. */
  readonly impossible?: readonly string[]
}

const calls: readonly Call[] = [
  { operation: 'GET /webinars/{webinarId}', refusals: common },
  {
    operation: 'PATCH /webinars/{webinarId}',
    body: { topic: 'Other' },
    refusals: { ...common, basic: '400/200' },
    elsewhere: ['400/300', '400/3000'],
  },
  {
    operation: 'DELETE /webinars/{webinarId}',
    refusals: common,
    elsewhere: ['400/3002', '400/3007', '400/3018'],
    // Nobody has personal audio conferences.
    impossible: ['400/3037'],
  },
  {
    operation: 'PUT /webinars/{webinarId}/status',
    body: { action: 'end' },
    refusals: common,
    // Nobody is on premises.
    impossible: ['400/3063'],
  },
  { operation: 'GET /webinars/{webinarId}/panelists', refusals: common },
  {
    operation: 'POST /webinars/{webinarId}/panelists',
    body: { panelists: [{ name: 'Mia', email: 'mia@example.com' }] },
    refusals: common,
    elsewhere: ['400/3000'],
  },
  { operation: 'DELETE /webinars/{webinarId}/panelists', refusals: common },
  { operation: 'DELETE /webinars/{webinarId}/panelists/{panelistId}', refusals: { ...common, open: '404/1001' } },
  { operation: 'GET /webinars/{webinarId}/polls', refusals: { ...common, basic: '400/4400' } },
  { operation: 'POST /webinars/{webinarId}/polls', body: poll, refusals: { ...common, basic: '400/4400' } },
  { operation: 'GET /webinars/{webinarId}/polls/{pollId}', refusals: { ...common, basic: '400/4400' } },
  { operation: 'PUT /webinars/{webinarId}/polls/{pollId}', body: poll, refusals: { ...common, basic: '400/4400' } },
  { operation: 'DELETE /webinars/{webinarId}/polls/{pollId}', refusals: { ...common, basic: '400/4400' } },
]

suite('each documented refusal of the calls about webinars', () => {
  let stage: Stage
  before(async () => {
    stage = await stageSituations()
  })
  after(() => stage[Symbol.asyncDispose]())

  for (const call of calls)
    test(call.operation, async () => {
      for (const [situation, expected] of Object.entries(call.refusals))
        assert.equal(await stage.answerTo(call, situation as Situation), expected, situation)
      const produced = [...Object.values(call.refusals), ...(call.elsewhere ?? []), ...(call.impossible ?? [])]
      assert.deepEqual(
        documentedCodes(call.operation).filter((code) => !produced.includes(code)),
        [],
      )
    })

  test('the calls of a user who is unknown', async () => {
    for (const operation of ['GET /users/{userId}/webinars', 'POST /users/{userId}/webinars'])
      assert.equal(await stage.answerTo({ operation }, 'open'), '404/1001')
  })

  test('a personal meeting id cannot be deleted as a webinar', async () => {
    const { pmi } = (await stage.zoom.call('GET', '/users/me')).body
    assert.equal((await stage.zoom.call('DELETE', `/webinars/${pmi}`)).body.code, 3018)
  })
})
