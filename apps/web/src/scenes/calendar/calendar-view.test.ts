import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, isSearched, stepped, viewFromQuery, weekOf } from './calendar-view.ts'

const usual = { day: '2026-12-20', form: 'grid' } as const

test('an address leads to what it was made of, and one without anything to today', () => {
  const view = viewFromQuery({ day: '2026-12-31', range: 'week', form: 'list', whose: 'mine', host: 'Büro 1' }, usual)
  const query = Object.fromEntries(new URL(addressOf(view), 'http://desk').searchParams)
  assert.deepEqual(viewFromQuery(query, usual), view)
  assert.deepEqual(viewFromQuery({}, usual), { ...usual, range: 'day', whose: 'all', host: '' })
})

test('what somebody wrote into the address wrongly is taken as usual', () => {
  const view = viewFromQuery({ day: '2026-02-31x', range: 'year', form: 'x', whose: 'hers' }, usual)
  assert.deepEqual(view, { ...usual, range: 'day', whose: 'all', host: '' })
})

test('a step is a day, or a week', () => {
  const view = viewFromQuery({}, usual)
  assert.equal(stepped(view, 1).day, '2026-12-21')
  assert.equal(stepped({ ...view, range: 'week' }, -1).day, '2026-12-13')
})

test('a week is from Monday to Sunday, also over the end of a year', () => {
  const week = weekOf('2027-01-01')
  assert.deepEqual([week[0], week[6], week.length], ['2026-12-28', '2027-01-03', 7])
  assert.deepEqual(weekOf('2026-12-28'), week)
  assert.deepEqual(weekOf('2027-01-03'), week)
})

const names: readonly (readonly [name: string, text: string, is: boolean])[] = [
  ['Büro Ost', 'buro', true],
  ['İstanbul 2', 'istanbul', true],
  ['Hall 12', '12 hall', true],
  ['Hall 12', 'hall 13', false],
  ['會議室 1', '會議', true],
  ['Hall', '', true],
]
for (const [name, text, is] of names)
  test(`"${text}" ${is ? 'finds' : 'does not find'} ${name}`, () => assert.equal(isSearched(name, text), is))
