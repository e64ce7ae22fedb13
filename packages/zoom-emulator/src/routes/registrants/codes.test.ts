import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { documentedCodes } from '../../../test/documented-codes.ts'
import { type Situation, type Stage, type StagedCall, stageSituations } from '../../../test/situations.ts'

const person = { email: 'ayla@example.com', first_name: 'Ayla' }
const decision = { action: 'approve', registrants: [{ email: 'first@example.com' }] }

/** What every call about registrants answers; `delete` has its own. */
const common: Readonly<Partial<Record<Situation, string>>> = {
  foreign: '400/1010',
  orphan: '404/1001',
  othersHost: '400/3003',
  unknown: '404/3001',
}
const ofMeetings = { ...common, otherKind: '400/3000', basic: '400/3161', idle: '400/3161' }
const ofWebinars = { ...common, otherKind: '404/3001', basic: '400/200' }

interface Call extends StagedCall {
  readonly refusals: Readonly<Partial<Record<Situation, string>>>
  /** What is produced in the tests of webinars. */
  readonly elsewhere?: readonly string[]
}

const calls: readonly Call[] = [
  { operation: 'GET /meetings/{meetingId}/registrants', refusals: ofMeetings },
  {
    operation: 'POST /meetings/{meetingId}/registrants',
    body: person,
    refusals: { ...ofMeetings, off: '404/404', over: '400/3038', full: '400/3043' },
  },
  {
    operation: 'POST /meetings/{meetingId}/batch_registrants',
    body: { registrants: [person] },
    refusals: { ...ofMeetings, off: '404/404', over: '400/3038', full: '404/3043', series: '400/303' },
  },
  { operation: 'PUT /meetings/{meetingId}/registrants/status', body: decision, refusals: ofMeetings },
  { operation: 'GET /meetings/{meetingId}/registrants/questions', refusals: ofMeetings },
  { operation: 'PATCH /meetings/{meetingId}/registrants/questions', body: {}, refusals: ofMeetings },
  { operation: 'GET /meetings/{meetingId}/registrants/{registrantId}', refusals: { ...ofMeetings, open: '404/1001' } },
  {
    operation: 'DELETE /meetings/{meetingId}/registrants/{registrantId}',
    refusals: {
      ...ofMeetings,
      orphan: '400/1001',
      unknown: '400/3001',
      basic: '400/200',
      open: '400/300',
      off: '400/404',
    },
  },
  { operation: 'GET /webinars/{webinarId}/registrants', refusals: ofWebinars },
  {
    operation: 'POST /webinars/{webinarId}/registrants',
    body: person,
    refusals: { ...ofWebinars, off: '400/3000', over: '400/3038', full: '400/3000' },
    elsewhere: ['400/3027', '400/3034'],
  },
  {
    operation: 'POST /webinars/{webinarId}/batch_registrants',
    body: { registrants: [person] },
    refusals: { ...ofWebinars, off: '404/404', over: '400/3038', full: '404/3043', series: '400/300' },
    elsewhere: ['400/3000'],
  },
  {
    operation: 'PUT /webinars/{webinarId}/registrants/status',
    body: decision,
    refusals: { ...ofWebinars, full: '400/3035' },
  },
  { operation: 'GET /webinars/{webinarId}/registrants/questions', refusals: ofWebinars },
  { operation: 'PATCH /webinars/{webinarId}/registrants/questions', body: {}, refusals: ofWebinars },
  { operation: 'GET /webinars/{webinarId}/registrants/{registrantId}', refusals: { ...ofWebinars, open: '404/1001' } },
  {
    operation: 'DELETE /webinars/{webinarId}/registrants/{registrantId}',
    refusals: {
      ...ofWebinars,
      orphan: '400/1001',
      unknown: '400/3001',
      otherKind: '400/3001',
      open: '400/300',
      off: '400/404',
    },
    elsewhere: ['400/3000'],
  },
]

suite('each documented refusal of the calls about registrants', () => {
  let stage: Stage
  before(async () => {
    stage = await stageSituations()
  })
  after(() => stage[Symbol.asyncDispose]())

  for (const call of calls)
    test(call.operation, async () => {
      for (const [situation, expected] of Object.entries(call.refusals))
        assert.equal(await stage.answerTo(call, situation as Situation), expected, situation)
      const produced = [...Object.values(call.refusals), ...(call.elsewhere ?? [])]
      assert.deepEqual(
        documentedCodes(call.operation).filter((code) => !produced.includes(code)),
        [],
      )
    })
})
