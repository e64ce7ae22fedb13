import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chooseSwitches } from './choose-switches.ts'
import { defaultSwitches } from './switches.ts'

const document = readFileSync(new URL('../../../../docs/deviations.md', import.meta.url), 'utf8')
const rows = [...document.matchAll(/^\| `(\w+)` +\| `([^`]+)` +\|/gm)].map(([, name, value]) => [name, value])

test('docs/deviations.md has a row for each switch, with its default, and for nothing else', () => {
  const wanted = Object.entries(defaultSwitches).map(([name, value]) => [name, String(value)])
  assert.deepEqual(rows.sort(), wanted.sort())
})

test('a wrong switch or value is refused with what is possible', () => {
  assert.deepEqual(chooseSwitches({ shortMonth: 'clamp' }), { ...defaultSwitches, shortMonth: 'clamp' })
  const wrong: object = { shortMonths: 'clamp', maxOccurrences: 70, tokens: undefined }
  assert.throws(() => chooseSwitches(wrong), {
    code: 'switch_invalid',
    message: [
      'switches.shortMonths: there is no such switch; did you mean shortMonth?',
      'switches.maxOccurrences: 70 is not one of 60, 50',
      'switches.tokens: undefined is not one of coexist, newest_only',
    ].join('\n'),
  })
})

test('each default is a value that the switch may have', () =>
  assert.deepEqual(chooseSwitches(defaultSwitches), defaultSwitches))
