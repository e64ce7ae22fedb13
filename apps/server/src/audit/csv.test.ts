import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine } from './csv.ts'

const cells: readonly (readonly [text: string, cell: string])[] = [
  ['plain', 'plain'],
  ['林美玲', '林美玲'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\t=1+1', "'\t=1+1"],
  [' =HYPERLINK("http://x","y")', `"' =HYPERLINK(""http://x"",""y"")"`],
  ['\r\n=1', `"'\r\n=1"`],
  ['a=1', 'a=1'],
]

for (const [text, cell] of cells)
  test(`${JSON.stringify(text)} is written as ${JSON.stringify(cell)}`, () =>
    assert.equal(csvLine([text]), `${cell}\r\n`))

test('cells are parted by commas', () => assert.equal(csvLine(['a', 'b,c', '=d']), `a,"b,c",'=d\r\n`))
