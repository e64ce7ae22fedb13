import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeetingRow } from './meeting-row.ts'
import { nameRows, sameRows } from './name-rows.ts'
import { readRows } from './read-rows.ts'

const rowsOf = (text: string): readonly MeetingRow[] => readRows('meetings.csv', Buffer.from(text)).rows
const a = 'A,2026-12-18 18:00,Asia/Taipei\n'
const b = 'B,2026-12-18 18:00,Asia/Taipei\n'
const header = 'topic,start,time_zone\n'
const namesOf = (text: string) => nameRows(rowsOf(text)).map(({ name }) => name)

test('rows keep their names when others are put in, taken out or sorted, and when columns are', () => {
  const [nameA, nameB] = namesOf(header + a + b)
  assert.notEqual(nameA, nameB)
  assert.deepEqual(namesOf(header + b + a), [nameB, nameA])
  assert.deepEqual(namesOf(`${header}X,2026-12-18 18:00,Asia/Taipei\n${a}`)[1], nameA)
  assert.deepEqual(namesOf('Time Zone;agenda;START;topic\nAsia/Taipei;;2026-12-18T18:00:00;A\n'), [nameA])
})

test('equal rows are meetings of their own, and are pointed out', () => {
  const names = namesOf(header + a + b + a)
  assert.equal(new Set(names).size, 3)
  assert.equal(namesOf(header + a)[0], names[0])
  assert.deepEqual(sameRows(rowsOf(header + a + b + a)), [[2, 4]])
  assert.deepEqual(sameRows(rowsOf(`key,${header}1,${a}2,${a}`)), [])
})

test('an edited row is another one, also where its key stays', () => {
  const [before] = namesOf(`key,${header}1,${a}`)
  const [after] = namesOf(`key,${header}1,${b}`)
  assert.notEqual(before, after)
  assert.notEqual(namesOf(`key,${header}2,${a}`)[0], before)
})

test('a host written in capitals is the same host', () => {
  const [small, large] = ['mei@example.com', 'Mei@Example.com'].map((host) => namesOf(`host,${header}${host},${a}`)[0])
  assert.equal(small, large)
})
