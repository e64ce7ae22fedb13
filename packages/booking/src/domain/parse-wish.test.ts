import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BookingError } from './booking-error.ts'
import { parseChange, parseScope, parseWish } from './parse-wish.ts'

const least = { title: 'Interview', timeZone: 'Asia/Taipei', start: '2026-12-20T18:00', minutes: 45 }

describe('a wish from outside', () => {
  it('needs a title, a start, a zone and a length', () =>
    assert.deepEqual(parseWish(least), {
      ...least,
      agenda: '',
      repeated: undefined,
      recurrence: undefined,
      exceptions: [],
      people: [],
      peopleExpected: 1,
    }))

  it('expects the people that it names and the one who books', () =>
    assert.equal(parseWish({ ...least, people: [{ email: 'mei@example.com' }] }).peopleExpected, 2))

  it('has its zone in the spelling of the database, and texts without blanks around them', () => {
    const wish = parseWish({ ...least, timeZone: 'asia/taipei', title: '  Interview ' })
    assert.deepEqual([wish.timeZone, wish.title], ['Asia/Taipei', 'Interview'])
  })

  it('has its title and the names of its people on one line, as they stand in heads of mails and topics of Zoom', () => {
    const people = [{ email: 'mei@example.com', name: 'Mei\r\nBcc: all' }]
    const {
      title,
      people: [mei],
    } = parseWish({ ...least, title: 'One\r\nTwo\u2028Three\u0000', people })
    assert.deepEqual([title, mei?.name], ['One Two Three', 'Mei Bcc: all'])
  })

  const wrong: [string, unknown, string, string][] = [
    ['a list', [], '', 'not_object'],
    ['no title', { ...least, title: ' ' }, 'title', 'not_text'],
    ['a title of 201 letters', { ...least, title: 'x'.repeat(201) }, 'title', 'not_text'],
    ['a start with Z', { ...least, start: '2026-12-20T18:00:00Z' }, 'start', 'not_wall_time'],
    ['an offset for a zone', { ...least, timeZone: '+08:00' }, 'timeZone', 'not_time_zone'],
    ['no length', { ...least, minutes: 0 }, 'minutes', 'not_whole_number'],
    ['more than a day', { ...least, minutes: 1441 }, 'minutes', 'not_whole_number'],
    ['a text for the length', { ...least, minutes: '45' }, 'minutes', 'not_whole_number'],
    ['a third of two', { ...least, repeated: 'middle' }, 'repeated', 'not_one_of'],
    ['a misspelt field', { ...least, titel: 'x' }, 'titel', 'unknown_field'],
    ['an address that is none', { ...least, people: [{ email: 'mei' }] }, 'people[0].email', 'not_email'],
    [
      'one person twice',
      { ...least, people: [{ email: 'mei@example.com' }, { email: 'Mei@example.com' }] },
      'people[1]',
      'given_twice',
    ],
    ['nobody', { ...least, peopleExpected: 0 }, 'peopleExpected', 'not_whole_number'],
    [
      'a length for a date that is left out',
      { ...least, exceptions: [{ date: '2026-12-20', minutes: 30 }] },
      'exceptions[0].minutes',
      'left_out_has_no_length',
    ],
    ['a rule that is none', { ...least, recurrence: { freq: 'daily' } }, 'recurrence.end', 'not_object'],
  ]
  for (const [name, value, field, code] of wrong)
    it(`is refused with ${name}`, () =>
      assert.throws(
        () => parseWish(value),
        (error) => {
          assert.ok(error instanceof BookingError)
          assert.deepEqual([error.details.field, error.says.code], [field, code])
          return true
        },
      ))
})

describe('a change from outside', () => {
  it('has the fields that are given, each read as that of a wish', () => {
    assert.deepEqual(parseChange({ title: ' Other ', minutes: 30 }), { title: 'Other', minutes: 30 })
    const wrong: [unknown, string][] = [
      [{ title: '' }, 'title'],
      [{ minutes: '30' }, 'minutes'],
      [{ exceptions: [] }, 'change.exceptions'],
      [null, 'change'],
    ]
    for (const [value, field] of wrong)
      assert.throws(
        () => parseChange(value),
        (error) => error instanceof BookingError && error.details.field === field,
      )
  })

  it('is for all dates, for one, or for one and all that follow', () => {
    assert.deepEqual(parseScope({ scope: 'all' }), { scope: 'all' })
    assert.deepEqual(parseScope({ scope: 'following', date: '2026-12-18' }), { scope: 'following', date: '2026-12-18' })
    const wrong: [unknown, string][] = [
      [{ scope: 'some' }, 'scope.scope'],
      [{ scope: 'one' }, 'scope.date'],
      [{ scope: 'all', date: '2026-12-18' }, 'scope.date'],
    ]
    for (const [value, field] of wrong)
      assert.throws(
        () => parseScope(value),
        (error) => error instanceof BookingError && error.details.field === field,
      )
  })
})
