import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCsv, parseCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'

const read = (text: string) => parseCsv(decodeText('meetings.csv', Buffer.from(text)))

const tables: readonly (readonly [what: string, text: string, records: readonly (readonly [number, ...string[]])[]])[] =
  [
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a last line without an end',
      'a,b\r\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'semicolons, found from the header',
      'a;b,c;d\n1,5;2;3\n',
      [
        [1, 'a', 'b,c', 'd'],
        [2, '1,5', '2', '3'],
      ],
    ],
    ['a byte order mark', '\ufeff"a",b\n', [[1, 'a', 'b']]],
    [
      'doubled quotes',
      'a\n"say ""hi"""\n',
      [
        [1, 'a'],
        [2, 'say "hi"'],
      ],
    ],
    [
      'line breaks in quotes',
      'a,b\r\n"x\r\ny\r\n",2\r\n3,4\r\n',
      [
        [1, 'a', 'b'],
        [2, 'x\ny\n', '2'],
        [5, '3', '4'],
      ],
    ],
    [
      'empty lines and rows of empty cells',
      '\n\na,b\n,\n\n1,2\n , \n\n\n',
      [
        [3, 'a', 'b'],
        [6, '1', '2'],
      ],
    ],
    [
      'lines that end in CR alone',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'rows of other lengths',
      'a,b\n1\n1,2,3\n',
      [
        [1, 'a', 'b'],
        [2, '1'],
        [3, '1', '2', '3'],
      ],
    ],
    [
      'cells that spreadsheets would reckon',
      'a\n=1+2\n',
      [
        [1, 'a'],
        [2, '=1+2'],
      ],
    ],
  ]

for (const [what, text, records] of tables)
  test(`a CSV file may have ${what}`, () => {
    assert.deepEqual(
      read(text).records.map(({ line, cells }) => [line, ...cells]),
      records,
    )
  })

const broken: readonly (readonly [text: string, line: number, message: RegExp])[] = [
  ['a,b\n1,2\n"3,4\n5,6\n7,8\n', 3, /opens in this row and never closes/],
  ['a,b\n"x"y,2\n', 2, /After the closing quote/],
  ['a,b\n"p\nq",2\n1,x"y\n', 4, /quoted as a whole/],
]

for (const [text, line, message] of broken)
  test(`${JSON.stringify(text)} is told with the line on which the broken row begins`, () => {
    const [mistake] = read(text).mistakes
    assert.equal(mistake?.line, line)
    assert.match(mistake.message, message)
  })

test('what is written as CSV is read as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', ' ', 'a', '會', '=', '\ufeff') })
  const row = fc.array(text, { minLength: 2, maxLength: 2 }).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(',' as const, ';' as const), (rows, separator) => {
      const table = read(formatCsv([['one', 'two'], ...rows], separator))
      assert.equal(table.separator, separator)
      assert.deepEqual(
        table.records.slice(1).map(({ cells }) => cells),
        rows,
      )
    }),
  )
})
