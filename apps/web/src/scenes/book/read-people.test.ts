import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readPeople, wrongAddresses } from './read-people.ts'

const mei = { email: 'mei@example.com' }
const ada = { email: 'ada@example.org' }

suite('people pasted into Book', () => {
  const rows: readonly (readonly [what: string, text: string, people: readonly unknown[], wrong: readonly string[]])[] =
    [
      ['nothing', '  \n', [], []],
      ['one a line', 'mei@example.com\nada@example.org\n', [mei, ada], []],
      [
        'commas, semicolons and blanks',
        'mei@example.com, ada@example.org;mei2@example.com',
        [mei, ada, { email: 'mei2@example.com' }],
        [],
      ],
      ['the commas of Chinese and Japanese', 'mei@example.com，ada@example.org、', [mei, ada], []],
      [
        'names before addresses',
        'Mei Lin <mei@example.com>, "Lovelace, Ada" <ada@example.org>',
        [
          { ...mei, name: 'Mei Lin' },
          { ...ada, name: 'Lovelace, Ada' },
        ],
        [],
      ],
      ['names that are not Latin', '林美玲 <mei@example.com>', [{ ...mei, name: '林美玲' }], []],
      ['the same address twice, in other letters', 'mei@example.com MEI@example.com', [mei], []],
      ['links and a full stop at the end', 'mailto:mei@example.com, ada@example.org.', [mei, ada], []],
      ['what is no address', 'mei@example.com, ada at example', [mei], ['ada', 'at', 'example']],
      ['a broken address in brackets', 'Mei <mei>', [], ['mei']],
    ]
  for (const [what, text, people, wrong] of rows)
    test(`${what} is read`, () => {
      assert.deepEqual(readPeople(text), { people, wrong })
    })

  test('an address that is still being typed is not wrong yet', () => {
    assert.deepEqual(wrongAddresses('mei@example.com, ada@exam'), [])
    assert.deepEqual(wrongAddresses('mei@example.com, ada@exam', true), ['ada@exam'])
    assert.deepEqual(wrongAddresses('ada@exam, mei@example.com'), ['ada@exam'])
    assert.deepEqual(wrongAddresses('ada, at'), ['ada', 'at'])
  })
})
