import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { wordsIn } from './words-in-code.ts'

suite('words in the code of the page', () => {
  const wordy: readonly (readonly [what: string, source: string, text: string])[] = [
    ['text between tags', 'return <p>Book now</p>', 'Book now'],
    ['text over several lines', 'return (\n  <p>\n    Book\n    now\n  </p>\n)', 'Book now'],
    ['text before an expression', 'return <p>Free: {count}</p>', 'Free:'],
    ['text after an expression', 'return <p>{count} hosts</p>', 'hosts'],
    ['text in another script', 'return <b>預約</b>', '預約'],
    ['a label for screen readers', 'return <button aria-label="Close" />', 'Close'],
    ['a placeholder', "return <input placeholder={'Title'} />", 'Title'],
    ['a property of a component of ours', 'return <TextField label="Title" />', 'Title'],
  ]
  for (const [what, source, text] of wordy)
    test(`${what} is found`, () => {
      assert.deepEqual(
        wordsIn(source).map((one) => one.text),
        [text],
      )
    })

  const clean: readonly (readonly [what: string, source: string])[] = [
    ['words of the catalog', 'return <p title={words.title}>{words.book.free(1, 2)}</p>'],
    ['signs without letters', 'return <p>{from} – {to} ({zone})</p>'],
    ['types in angle brackets', 'const list: Map<string, number> = new Map()\nreturn <p>{list.size}</p>'],
    [
      'types of constants',
      'const parts = { a: <A />, b: <B /> } satisfies Readonly<Record<Name, VNode>>\nreturn <p>{parts.a}</p>',
    ],
    ['arrow functions', 'const say = (a: A): string => a.name\nreturn <p>{say(a)}</p>'],
    ['names of classes and roles', 'return <p class="lead" role="status">{text}</p>'],
    ['comments', '/** A label. */\nreturn <p>{/* Not shown */ text}</p>'],
    ['comparisons', 'return <>{rows.length > 0 && <List rows={rows} />}</>'],
  ]
  for (const [what, source] of clean)
    test(`${what}: nothing is found`, () => {
      assert.deepEqual(wordsIn(source), [])
    })

  test('the line is told', () => {
    assert.equal(wordsIn('\n\nreturn <p>Hello</p>')[0]?.line, 3)
  })
})
