import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { realAmbient } from '../http/ambient.ts'
import {
  agendaWithoutMarker,
  hasMarker,
  longestAgenda,
  markerOf,
  parseMarker,
  tagFromBytes,
  withMarker,
} from './marker.ts'

const tag = 'AAECAwQFBgc'
const hash = '9f86d081'
const marker = await markerOf(realAmbient, 'secret', { tag }, { number: 3, hash })
const tags = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => tagFromBytes(Uint8Array.from(bytes)))

test('a marker is one line of at most 40 characters that names the meeting and the attempt, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(tags, fc.integer({ min: 1, max: 99_999 }), fc.string(), async (anyTag, number, anyHash) => {
      const text = await markerOf(realAmbient, 'secret', { tag: anyTag }, { number, hash: anyHash })
      assert.ok(text.length <= 40, text)
      assert.match(text, /^[\x21-\x7e]+$/)
      assert.deepEqual(parseMarker(text), { tag: anyTag, attempt: number })
    }),
    { numRuns: 50 },
  )
})

test('64 bits of chance make a tag of eleven characters, and other bits another tag', () => {
  assert.equal(tagFromBytes(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)), tag)
  assert.equal(tagFromBytes(new Uint8Array(8).fill(255)).length, 11)
})

test('the same attempt always has the same marker', async () => {
  assert.equal(await markerOf(realAmbient, 'secret', { tag }, { number: 3, hash }), marker)
})

for (const [what, secret, otherTag, number, otherHash] of [
  ['another secret', 'other', tag, 3, hash],
  ['another meeting', 'secret', 'BAECAwQFBgc', 3, hash],
  ['another attempt', 'secret', tag, 4, hash],
  ['something else that was sent', 'secret', tag, 3, '9f86d082'],
] as const)
  test(`${what} makes another proof in the marker`, async () => {
    const other = await markerOf(realAmbient, secret, { tag: otherTag }, { number, hash: otherHash })
    assert.notEqual(other.slice(-14), marker.slice(-14))
  })

for (const [what, agenda] of [
  ['nothing but the marker', marker],
  ['text below it', `${marker}\nBring your papers.`],
  ['the line ends of Windows', `${marker}\r\nBring your papers.`],
  ['blanks around it', `  ${marker} \nBring your papers.`],
] as const)
  test(`an agenda with ${what} is known by its marker`, () => {
    assert.ok(hasMarker(agenda, marker))
    assert.deepEqual(parseMarker(agenda), { tag, attempt: 3 })
  })

for (const [what, agenda] of [
  ['no agenda', undefined],
  ['an empty agenda', ''],
  ['a marker on the second line', `Hello\n${marker}`],
  ['a marker with text behind it', `${marker} copied`],
  ['a marker that was cut', marker.slice(0, -1)],
  ['a marker in capitals', marker.toUpperCase()],
  ['attempt 0', marker.replace('.3.', '.0.')],
  ['an attempt of six digits', marker.replace('.3.', '.100000.')],
  ['a word of ours alone', 'convene:'],
] as const)
  test(`${what} is no marker`, () => {
    assert.equal(hasMarker(agenda, marker), false)
    assert.equal(parseMarker(agenda), undefined)
  })

test('a marker with a changed proof is read but is not the marker that was made', () => {
  const forged = `${marker.slice(0, -1)}${marker.endsWith('A') ? 'B' : 'A'}`
  assert.deepEqual(parseMarker(forged), { tag, attempt: 3 })
  assert.equal(hasMarker(forged, marker), false)
})

test('people see the agenda that was asked for, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (agenda) => {
      assert.equal(agendaWithoutMarker(withMarker(marker, agenda)), agenda)
      assert.ok(hasMarker(withMarker(marker, agenda), marker))
    }),
  )
  assert.equal(agendaWithoutMarker('Bring your papers.\nAnd a pen.'), 'Bring your papers.\nAnd a pen.')
})

test('an agenda that is missing or empty leaves the marker alone', () => {
  assert.equal(withMarker(marker, undefined), marker)
  assert.equal(withMarker(marker, ''), marker)
})

test('the longest agenda and the longest marker fit in what Zoom takes', async () => {
  const longest = await markerOf(realAmbient, 'secret', { tag }, { number: 99_999, hash })
  assert.ok(withMarker(longest, 'x'.repeat(longestAgenda)).length <= 2000)
})
