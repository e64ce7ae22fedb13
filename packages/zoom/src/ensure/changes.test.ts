import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  attemptWith,
  changeWith,
  now,
  publishedRecord,
  publishedWith,
  recordWith,
  surplusWith,
  times,
  wantedMeeting,
} from '../../test/records.ts'
import {
  beginChange,
  changeNotDone,
  changeTaken,
  changeUnknown,
  datesApplied,
  dateUnknown,
  mayBeShown,
  publishedDeleted,
  publishedGone,
  publishedRead,
  readSooner,
} from './changes.ts'
import { nextStep } from './next-step.ts'
import { hindered } from './obstacle.ts'
import type { MeetingRecord, WantedMeeting } from './record.ts'

const named = (topic: string): WantedMeeting => ({ ...wantedMeeting, fields: { ...wantedMeeting.fields, topic } })
/** A published meeting of which revision `revision` with this topic is wanted. */
const changedTo = (revision: number, topic: string, record: MeetingRecord = publishedRecord()): MeetingRecord => ({
  ...record,
  wanted: { ...record.wanted, revision, meeting: named(topic) },
})
const begin = (record: MeetingRecord, at: number = now): MeetingRecord => {
  const { revision, meeting: shows } = record.wanted
  return shows === undefined ? record : beginChange(record, { revision, shows }, at, times)
}
const limited = { kind: 'not_done', reason: 'limited', message: 'Too many.', until: 'soon' } as const
const read = (differs: readonly string[] = []) => ({
  id: 111,
  join_url: 'https://zoom.us/j/111?pwd=s3cret',
  password: 'k7Qm3xZp',
  differs,
})
const topics = (record: MeetingRecord) => mayBeShown(record).map(({ fields }) => fields.topic)
const landed = now + times.sendLimitMs + times.quietMs

test('a change of which nothing is lost may show what is published alone', () => {
  assert.deepEqual(topics(publishedRecord()), ['Interview'])
  assert.deepEqual(topics(publishedRecord({ change: changeWith({ outcome: 'done' }) })), ['Interview'])
})

test('while a change is on its way both may be shown', () =>
  assert.deepEqual(topics(begin(changedTo(2, 'B'))), ['Interview', 'B']))

test('of a meeting that was seen to show something else nothing is known', () =>
  assert.deepEqual(mayBeShown(publishedRecord({ published: publishedWith({ revision: 0 }) })), [{ fields: {} }]))

test('a lost change may be shown until a later one was read, also when that one was refused at first or lost too', () => {
  const lost = changeUnknown(begin(changedTo(2, 'B')), 'Cut.', now)
  const refused = changeNotDone(begin(lost), limited, now)
  assert.deepEqual(topics(refused), ['Interview', 'B', 'B'])
  const back = begin(changedTo(3, 'Interview', refused))
  assert.deepEqual(topics(back), ['Interview', 'B', 'Interview'])
  const lostToo = changeUnknown(begin(changedTo(3, 'C', lost)), 'Cut.', now)
  assert.deepEqual(topics(begin(lostToo)), ['Interview', 'B', 'C', 'C'])
  assert.deepEqual(topics(publishedRead(changeTaken(lostToo), read(), now, times)), ['C'])
})

test('however often a lost change is sent again, the record does not grow', () => {
  let record = changedTo(2, 'B')
  for (let count = 0; count < 50; count++) record = changeUnknown(begin(record), 'Cut.', now)
  assert.deepEqual(topics(record), ['Interview', 'B', 'B'])
  assert.equal(record.change?.times, 50)
})

test('a change that was refused at once leaves nothing behind', () => {
  const refused = changeNotDone(begin(changedTo(2, 'B')), limited, now)
  assert.deepEqual([topics(refused), refused.obstacle?.reason], [['Interview'], 'limited'])
})

test('the next change waits until a lost one has landed, however often others came between', () => {
  const lost = changeUnknown(begin(changedTo(2, 'B')), 'Cut.', now)
  const refused = changeNotDone(begin(lost, now + 5000), limited, now + 5000)
  const { obstacle: _over, ...next } = changedTo(3, 'C', refused)
  assert.deepEqual(nextStep(next, now + 6000, times), { do: 'wait', until: landed + 5000 })
  assert.deepEqual(nextStep(next, landed + 5000, times), { do: 'change' })
})

test('a change is done when it was read back', () => {
  const taken = changeTaken(begin(changedTo(2, 'B')))
  assert.equal(nextStep(taken, now, times).do, 'verify')
  const { published, change, verify } = publishedRead(taken, read(), now, times)
  assert.deepEqual([published?.revision, published?.shows.fields.topic, published?.differs], [2, 'B', undefined])
  assert.deepEqual([change?.outcome, verify], ['done', undefined])
})

test('after a lost try it is read once more when whatever was lost has landed', () => {
  const again = changeTaken(begin(changeUnknown(begin(changedTo(2, 'B')), 'Cut.', now), now + 1000))
  const { verify } = publishedRead(again, read(), now + 2000, times)
  assert.deepEqual(verify, { at: landed + 2 * times.quietMs, why: 'late_change' })
})

test('a change that Zoom has taken and does not show is sent three times, and then what differs is told', () => {
  let record = changedTo(2, 'B')
  for (let count = 1; count <= 3; count++) {
    assert.deepEqual(nextStep(record, now, times), { do: 'change' }, `time ${count}`)
    record = publishedRead(changeTaken(begin(record)), read(['topic']), now, times)
  }
  assert.deepEqual([record.published?.revision, record.published?.differs], [2, ['topic']])
  assert.notEqual(nextStep(record, now, times).do, 'change')
})

test('a change that lands late over a newer one is mended: all is sent again', () => {
  const verify = { at: now, why: 'late_change' } as const
  const record = publishedRead(
    changedTo(
      2,
      'C',
      publishedRecord({ change: changeWith({ outcome: 'done' }), published: publishedWith({ revision: 2 }), verify }),
    ),
    read(['topic']),
    now,
    times,
  )
  assert.deepEqual(nextStep(record, now, times), { do: 'change' })
  assert.deepEqual(mayBeShown(record)[0], { fields: {} })
})

test('a hint makes the reading sooner, and what may still land late is read as well', () => {
  assert.deepEqual(readSooner(publishedRecord(), now).verify, { at: now, why: 'hint' })
  const late = publishedRecord({ change: changeWith({ outcome: 'done' }), verify: { at: landed, why: 'late_change' } })
  const sooner = readSooner(readSooner(late, now + 2), now)
  assert.deepEqual(nextStep(sooner, now, times), { do: 'verify' })
  const afterwards = publishedRead(sooner, read(), now, times)
  assert.deepEqual(nextStep(afterwards, now, times), { do: 'wait', until: landed })
  assert.equal(publishedRead(afterwards, read(), landed, times).verify, undefined)
  assert.deepEqual(readSooner(sooner, now + 1), sooner)
})

test('single dates that an older change has dropped are applied again, and nothing else is sent', () => {
  const verify = { at: now, why: 'late_change' } as const
  const wanted = {
    ...recordWith().wanted,
    meeting: { fields: {}, dates: [{ date: '2026-12-25', originalAt: now, leaveOut: true as const }] },
  }
  const record = publishedRecord({ wanted, published: publishedWith({ datesRevision: 1 }), verify })
  assert.deepEqual(nextStep(publishedRead(record, read(['dates']), now, times), now, times), { do: 'dates' })
})

test('what somebody has changed at Zoom is told and left as it is', () => {
  const hinted = publishedRecord({ verify: { at: now, why: 'hint' } })
  const edited = publishedRead(hinted, read(['topic', 'start_time']), now, times)
  assert.deepEqual(
    [edited.published?.differs, edited.verify, nextStep(edited, now, times).do],
    [['topic', 'start_time'], undefined, 'nothing'],
  )
  assert.equal(publishedRead(edited, read(), now, times).published?.differs, undefined)
})

test('a new passcode makes a new link, and that one is told', () => {
  const { published } = publishedRead(
    publishedRecord(),
    { ...read(), join_url: 'https://zoom.us/j/111?pwd=new', password: 'new' },
    now,
    times,
  )
  assert.deepEqual([published?.join_url, published?.password], ['https://zoom.us/j/111?pwd=new', 'new'])
})

test('what was read of another meeting changes nothing of this one', () => {
  const { published } = publishedRead(
    publishedRecord(),
    { ...read(), id: 999, join_url: 'https://zoom.us/j/999' },
    now,
    times,
  )
  assert.deepEqual(published, publishedWith())
})

test('a reading ends a wait, but what Zoom refuses for good stays refused', () => {
  for (const [until, reason] of [
    ['soon', undefined],
    ['never', 'limited'],
  ] as const) {
    const record = hindered(publishedRecord(), { ...limited, until }, now)
    assert.equal(publishedRead(record, read(), now, times).obstacle?.reason, reason)
  }
})

test('a meeting that somebody has deleted is gone, and back when it was taken from the trash', () => {
  const gone = publishedGone(publishedRecord({ change: changeWith(), verify: { at: now, why: 'hint' } }))
  assert.deepEqual([gone.published?.isGone, gone.change, gone.verify], [true, undefined, undefined])
  assert.equal(publishedRead(gone, read(), now, times).published?.isGone, undefined)
  assert.deepEqual(publishedGone(recordWith()), recordWith())
})

test('a meeting that was deleted as wanted stands among the deleted ones', () => {
  const { published, surplus, change } = publishedDeleted(
    publishedRecord({ change: changeWith(), surplus: [surplusWith()] }),
    now,
  )
  assert.deepEqual([published, change], [undefined, undefined])
  assert.deepEqual(
    surplus.map(({ id, state }) => [id, state]),
    [
      [222, 'found'],
      [111, 'deleted'],
    ],
  )
})

test('dates that Zoom does not show are told until they are shown; those of an older revision are looked at again', () => {
  const told = datesApplied(publishedRecord(), 1, false)
  assert.deepEqual([told.published?.datesRevision, told.published?.differs], [1, ['dates']])
  assert.equal(datesApplied(told, 1, true).published?.differs, undefined)
  const next = publishedRecord({ wanted: { ...recordWith().wanted, revision: 2 } })
  assert.equal(datesApplied(next, 1, true).published?.datesRevision, undefined)
})

test('a date of which no answer came is sent again, and read once more when it has landed', () => {
  const { verify, obstacle } = dateUnknown(publishedRecord(), 'Cut.', now, times)
  assert.deepEqual(verify, { at: now + times.sendLimitMs + 3 * times.quietMs, why: 'late_change' })
  assert.deepEqual([obstacle?.reason, obstacle?.until], ['no_answer', now + 1000])
})

test('answers to a change that was never begun change nothing', () => {
  const record = publishedRecord({ attempts: [attemptWith({ outcome: 'made', meetingId: 111 })] })
  assert.deepEqual([changeTaken(record), changeUnknown(record, 'Cut.', now)], [record, record])
})
