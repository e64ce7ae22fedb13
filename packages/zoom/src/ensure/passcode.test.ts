import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { realAmbient } from '../http/ambient.ts'
import { type PasscodeRequirement, passcodeOf, shapePasscode } from './passcode.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const requirements: fc.Arbitrary<PasscodeRequirement> = fc.record(
  {
    length: fc.integer({ min: 0, max: 10 }),
    have_letter: fc.boolean(),
    have_number: fc.boolean(),
    have_special_character: fc.boolean(),
    have_upper_and_lower_characters: fc.boolean(),
    only_allow_numeric: fc.boolean(),
    consecutive_characters_length: fc.integer({ min: 0, max: 8 }),
  },
  { requiredKeys: [] },
)

/** Zoom's rules in its words (docs/zoom-facts.md §4): each gives whether a passcode keeps it. */
const rules: Readonly<Record<string, (passcode: string, requirement: PasscodeRequirement) => boolean>> = {
  'has the length': (passcode, { length = 0 }) => passcode.length >= length && passcode.length <= 10,
  'has a letter': (passcode, one) => !one.have_letter || one.only_allow_numeric === true || /[a-z]/i.test(passcode),
  'has a digit': (passcode, one) => !one.have_number || /\d/.test(passcode),
  'has a special character': (passcode, one) =>
    !one.have_special_character || one.only_allow_numeric === true || /[@\-_*]/.test(passcode),
  'has capitals and small letters': (passcode, one) =>
    !one.have_upper_and_lower_characters ||
    one.only_allow_numeric === true ||
    (/[A-Z]/.test(passcode) && /[a-z]/.test(passcode)),
  'has digits alone': (passcode, one) => !one.only_allow_numeric || /^\d+$/.test(passcode),
  'has no run such as 1234, 4321 or 1111': (passcode) => runLength(passcode) < 2,
  'is no short piece again and again': (passcode) => !/^(.{1,3})\1+$/.test(passcode),
  'has no character that Zoom refuses': (passcode) => /^[A-Za-z0-9@\-_*]+$/.test(passcode),
}

/** How many characters in a row are equal or neighbours, beyond the first. */
function runLength(passcode: string): number {
  const steps = [...passcode].map((letter, place) => letter.charCodeAt(0) - passcode.charCodeAt(place - 1))
  return steps.filter((step) => Math.abs(step) <= 1).length + 1
}

for (const [says, keeps] of Object.entries(rules))
  test(`a passcode ${says}, whatever the account demands`, () => {
    fc.assert(
      fc.property(bytes, requirements, (anyBytes, requirement) => {
        const passcode = shapePasscode(anyBytes, requirement)
        assert.ok(keeps(passcode, requirement), passcode)
      }),
    )
  })

for (const [says, requirement, form] of [
  ['nothing', {}, /^[a-z]\d[A-Z].{5}$/],
  ['a length below Zoom’s own', { length: 3 }, /^.{6}$/],
  ['the longest that Zoom takes', { length: 10 }, /^.{10}$/],
  ['more than Zoom takes', { length: 12 }, /^.{10}$/],
  ['digits alone', { only_allow_numeric: true, length: 6 }, /^\d{8}$/],
  ['digits alone, and letters by mistake', { only_allow_numeric: true, have_letter: true }, /^\d{8}$/],
  ['a special character', { have_special_character: true }, /^[a-z]\d[A-Z][@\-_*].{4}$/],
] as const)
  test(`where ${says} is demanded, a passcode is like ${form}`, () =>
    assert.match(
      shapePasscode(
        Uint8Array.from({ length: 32 }, (_, index) => index * 37),
        requirement,
      ),
      form,
    ))

test('even where chance is all the same byte, a passcode has no run', () => {
  for (let byte = 0; byte < 256; byte++)
    for (const requirement of [{}, { only_allow_numeric: true }, { have_special_character: true }])
      assert.equal(runLength(shapePasscode(new Uint8Array(32).fill(byte), requirement)), 1)
})

test('the passcode of an attempt is always the same, and another one for every secret, meeting and attempt', async () => {
  const passcode = (secret: string, tag: string, number: number) => passcodeOf(realAmbient, secret, { tag }, { number })
  const one = await passcode('secret', 'AAECAwQFBgc', 1)
  assert.equal(await passcode('secret', 'AAECAwQFBgc', 1), one)
  const others = [
    await passcode('other', 'AAECAwQFBgc', 1),
    await passcode('secret', 'BAECAwQFBgc', 1),
    await passcode('secret', 'AAECAwQFBgc', 2),
  ]
  assert.equal(new Set([one, ...others]).size, 4)
})
