import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Column, formatRecord, formatTable } from './table.ts'
import { textWidth } from './text-width.ts'

interface Row {
  readonly id: number
  readonly topic: string
}
const columns: readonly Column<Row>[] = [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'TOPIC', cell: ({ topic }) => topic, cut: true },
  { header: 'END', cell: () => 'x' },
]
const rows: readonly Row[] = [
  { id: 1, topic: '週會 Weekly' },
  { id: 22, topic: 'Planning' },
]

test('columns stand under each other, also after characters of two columns', () => {
  const lines = formatTable(rows, columns, { columns: 80 })
  assert.deepEqual(lines, ['ID  TOPIC        END', '1   週會 Weekly  x', '22  Planning     x'])
  const column = lines.map((line) => textWidth(line.slice(0, line.lastIndexOf(' '))))
  assert.equal(new Set(column).size, 1)
})

test('other programs get tabs, whole values and no alignment', () => {
  assert.deepEqual(formatTable(rows, columns, { columns: undefined }), [
    'ID\tTOPIC\tEND',
    '1\t週會 Weekly\tx',
    '22\tPlanning\tx',
  ])
})

test('a narrow terminal cuts the columns that can be cut', () => {
  const lines = formatTable([{ id: 1, topic: 'A topic that is much too long' }], columns, { columns: 24 })
  assert.deepEqual(lines, ['ID  TOPIC            END', '1   A topic that i…  x'])
  for (const line of lines) assert.ok(textWidth(line) <= 24)
})

test('a narrow terminal leaves out a spare column before a text becomes unreadable', () => {
  const withSpare = columns.map((column) => (column.header === 'END' ? { ...column, spare: true } : column))
  const long = [{ id: 1, topic: 'A topic that is much too long' }]
  assert.deepEqual(formatTable(long, withSpare, { columns: 34 }), [
    'ID  TOPIC                      END',
    '1   A topic that is much too…  x',
  ])
  assert.deepEqual(formatTable(long, withSpare, { columns: 30 }), ['ID  TOPIC', '1   A topic that is much too …'])
})

test('a terminal too narrow for any table shows one value a line', () => {
  assert.deepEqual(formatTable(rows, columns, { columns: 12 }), [
    'ID     1',
    'TOPIC  週會 Weekly',
    'END    x',
    '',
    'ID     22',
    'TOPIC  Planning',
    'END    x',
  ])
})

test('a topic cannot steer the terminal', () => {
  const [, line] = formatTable([{ id: 1, topic: '\u001b[2Jgone\r\nnext \u202edlrow' }], columns, { columns: 80 })
  assert.equal(line, '1   [2Jgone next  dlrow  x')
})

test('a record leaves out what is empty and indents further lines', () => {
  assert.deepEqual(
    formatRecord([
      ['Topic', 'Weekly'],
      ['Agenda', undefined],
      ['Dates', 'one\ntwo'],
    ]),
    ['Topic  Weekly', 'Dates  one', '       two'],
  )
})
