import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now, publishedRecord, publishedWith, times } from '../../test/records.ts'
import { type Arrived, createShelf, cut, refused, type ShelfAnswer } from '../../test/shelf.ts'
import { everyWeeks } from '../recurrence/every.ts'
import { applyDates } from './apply-dates.ts'
import { dateSteps } from './dates.ts'
import { nextStep } from './next-step.ts'
import { resolveWanted } from './wanted.ts'

const fridays = {
  topic: 'Interview',
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
  recurrence: everyWeeks(1, ['friday'], { count: 3 }),
}
const dates = [
  { date: '2026-12-25', leave_out: true },
  { date: '2027-01-01', start_time: '2027-01-02T18:00:00' },
]
const meeting = resolveWanted('mei@example.com', { ...fridays, dates }, now)
const instants = ['2026-12-18T10:00:00Z', '2026-12-25T10:00:00Z', '2027-01-01T10:00:00Z']

/** Applies the dates to series 111; `answer` says what Zoom does with a change of one date. */
async function apply(answer: (change: Arrived, date: Record<string, unknown>) => ShelfAnswer) {
  const shelf = createShelf()
  const occurrences = instants.map((start_time) => {
    return { occurrence_id: String(Date.parse(start_time)), start_time, duration: 45, status: 'available' }
  })
  shelf.put({ id: 111, start_time: '2026-12-18T10:00:00Z', duration: 45, occurrences })
  shelf.intercept = (arrived) => {
    if (arrived.method === 'GET') return undefined
    const id = new URLSearchParams(arrived.query).get('occurrence_id')
    const date = occurrences.find(({ occurrence_id }) => occurrence_id === id)
    assert.ok(date, 'the whole series is never touched')
    return answer(arrived, date)
  }
  const wanted = { revision: 2, host: 'mei@example.com', meeting }
  const record = publishedRecord({
    wanted,
    published: publishedWith({ revision: 2, shows: meeting }),
    version: 0,
    fence: 0,
  })
  await shelf.journal.add(record)
  const claimed = await shelf.journal.claim({ now, leaseUntil: now + times.leaseMs, key: record.key })
  assert.ok(claimed)
  assert.deepEqual(nextStep(claimed, now, times), { do: 'dates' })
  const after = await shelf.time.run(applyDates(shelf.parts, claimed))
  const calls = shelf.requests.filter((request) => !request.startsWith('GET'))
  return { after, calls, shown: occurrences.map(({ start_time, status }) => `${start_time} ${status}`) }
}
const takes = ({ method, body }: Arrived, date: Record<string, unknown>): ShelfAnswer => {
  Object.assign(date, method === 'DELETE' ? { status: 'deleted' } : body)
  return { status: 204 }
}

test('dates are left out and moved one by one, and done when the series shows them so', async () => {
  const { after, calls, shown } = await apply(takes)
  assert.deepEqual(shown, [
    '2026-12-18T10:00:00Z available',
    '2026-12-25T10:00:00Z deleted',
    '2027-01-02T10:00:00Z available',
  ])
  assert.deepEqual([calls.length, after.state, after.published?.datesRevision], [2, 'published', 2])
})

test('dates that Zoom takes and does not show are sent three times; then it is told, and not tried again', async () => {
  const { after, calls } = await apply(() => ({ status: 204 }))
  assert.deepEqual([calls.length, after.state, after.published?.differs], [6, 'published', ['dates']])
  assert.deepEqual(nextStep(after, now, times), { do: 'nothing' })
})

test('a date of which no answer came is sent again, and read once more when it has surely landed', async () => {
  const { after } = await apply((change, date) => {
    takes(change, date)
    return cut()
  })
  assert.deepEqual([after.state, after.obstacle?.reason, after.verify?.why], ['changing', 'no_answer', 'late_change'])
})

test('a date that Zoom refuses is told, and not tried again', async () => {
  const { after, calls } = await apply(() => refused(400, 3000, 'This date is over.'))
  assert.deepEqual([calls.length, after.state, after.obstacle?.reason], [1, 'refused', 'refused_by_zoom'])
})

test('a date is as it stands at Zoom: one that was moved ahead and has begun is left alone, one that was moved behind is not', () => {
  const at = (start_time: string, byRule: string) => {
    return { occurrence_id: String(Date.parse(byRule)), start_time, duration: 45, status: 'available' as const }
  }
  const ahead = at('2026-12-23T10:00:00Z', '2026-12-25T10:00:00Z')
  const behind = at('2026-12-29T10:00:00Z', '2026-12-18T10:00:00Z')
  const series = { occurrences: [ahead, behind], duration: 45 }
  const wanted = [
    { date: '2026-12-18', originalAt: Date.parse('2026-12-18T10:00:00Z'), startAt: Date.parse('2026-12-30T10:00:00Z') },
    { date: '2026-12-25', originalAt: Date.parse('2026-12-25T10:00:00Z'), leaveOut: true as const },
  ]
  assert.deepEqual(dateSteps(series, wanted, Date.parse('2026-12-23T10:10:00Z')), [
    {
      do: 'change',
      occurrence_id: behind.occurrence_id,
      body: { start_time: '2026-12-30T10:00:00Z', duration: 45 },
    },
  ])
})

test('a date that was moved to a time that is over does not come once more', () => {
  const byRule = '2026-12-25T10:00:00Z'
  const shown = {
    occurrence_id: String(Date.parse(byRule)),
    start_time: byRule,
    duration: 45,
    status: 'available' as const,
  }
  const wanted = [
    { date: '2026-12-25', originalAt: Date.parse(byRule), startAt: Date.parse('2026-12-23T10:00:00Z'), duration: 30 },
  ]
  const stepsAt = (at: string) => dateSteps({ occurrences: [shown], duration: 45 }, wanted, Date.parse(at))
  assert.deepEqual(
    stepsAt('2026-12-23T10:29:00Z').map((step) => step.do),
    ['change'],
  )
  assert.deepEqual(stepsAt('2026-12-23T10:30:00Z'), [{ do: 'leave_out', occurrence_id: shown.occurrence_id }])
})
