import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fridays, wish } from '../../test/domain-data.ts'
import type { DateException, Wish } from './booking.ts'
import { costOf } from './zoom-cost.ts'

const moved: DateException = { date: '2026-12-25', start: '2026-12-26T09:00', minutes: undefined }
const left: DateException = { date: '2027-01-01', start: undefined, minutes: undefined }
const series = fridays(4, { exceptions: [moved, left] })

describe("what a change costs of the host's day", () => {
  const rows: [string, Wish | undefined, Wish, number][] = [
    ['a new meeting', undefined, wish(), 1],
    ['a new series with a date moved and one left out', undefined, series, 2],
    ['nothing, when nothing changes', series, series, 0],
    [
      'nothing, when only the people change',
      series,
      { ...series, people: [{ email: 'a@b.example', name: undefined }] },
      0,
    ],
    ['a new title', series, { ...series, title: 'Other' }, 1],
    ['one date more left out', fridays(4, { exceptions: [moved] }), series, 0],
    ['one date more moved', fridays(4, { exceptions: [left] }), series, 1],
    ['another time, after which the moved date is moved again', series, { ...series, start: '2026-12-18T10:00' }, 2],
    ['a date brought back, which Zoom does only for the whole', series, fridays(4, { exceptions: [moved] }), 2],
  ]
  for (const [name, before, after, calls] of rows)
    it(name, () => {
      const cost = costOf(before && { hostId: 'a', wish: before }, { hostId: 'a', wish: after })
      assert.deepEqual(cost, { hostId: 'a', calls, link: before === undefined ? 'new' : 'stays' })
    })

  it('a change of host, which makes the meeting anew with another link', () =>
    assert.deepEqual(costOf({ hostId: 'a', wish: series }, { hostId: 'b', wish: series }), {
      hostId: 'b',
      calls: 2,
      link: 'new',
    }))
})
