import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Draft, newDraft, spanOf, withStart } from './draft.ts'

const draft = (its: Partial<Draft>): Draft => ({ ...newDraft(0, 'Europe/Berlin'), minutes: 60, ...its })

suite('from when to when a draft is, as the page shows it', () => {
  const rows: readonly (readonly [what: string, its: Partial<Draft>, span: readonly string[] | undefined])[] = [
    ['an hour', { date: '2026-12-20', time: '18:00' }, ['2026-12-20T17:00', '2026-12-20T18:00']],
    ['over midnight', { date: '2026-12-20', time: '23:59' }, ['2026-12-20T22:59', '2026-12-20T23:59']],
    ['an hour that the clocks repeat', { date: '2027-10-31', time: '02:30' }, ['2027-10-31T00:30', '2027-10-31T01:30']],
    [
      'the later of the two',
      { date: '2027-10-31', time: '02:30', repeated: 'later' },
      ['2027-10-31T01:30', '2027-10-31T02:30'],
    ],
    ['an hour that the clocks skip', { date: '2027-03-28', time: '02:30' }, undefined],
    ['longer than a day', { date: '2026-12-20', time: '18:00', minutes: 99_999 }, undefined],
    ['no date yet', { date: '', time: '18:00' }, undefined],
    ['the last day that a field takes', { date: '9999-12-31', time: '18:00', timeZone: 'Asia/Taipei' }, undefined],
  ]
  for (const [what, its, span] of rows)
    test(what, () => {
      const found = spanOf(draft(its))
      const shown = found && [found.from, found.to].map((at) => new Date(at).toISOString().slice(0, 16))
      assert.deepEqual(shown, span)
    })
})

suite('a start of which one field was emptied', () => {
  const whole = draft({ date: '2026-12-20', time: '18:00' })
  test('keeps its time when the date goes', () => {
    const { date, time } = withStart(whole, 'T18:00')
    assert.deepEqual([date, time], ['', '18:00'])
  })
  test('keeps its date when the time goes', () => {
    const { date, time } = withStart(whole, '2026-12-20T')
    assert.deepEqual([date, time], ['2026-12-20', ''])
  })
})
