import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { defaultSwitches } from './switches.ts'

const document = readFileSync(new URL('../../../../docs/deviations.md', import.meta.url), 'utf8')
const rows = [...document.matchAll(/^\| `(\w+)` +\| `([^`]+)` +\|/gm)].map(([, name, value]) => [name, value])

test('docs/deviations.md has a row for each switch, with its default, and for nothing else', () => {
  const wanted = Object.entries(defaultSwitches).map(([name, value]) => [name, String(value)])
  assert.deepEqual(rows.sort(), wanted.sort())
})
