import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '../../languages/en/calendar.ts'
import { createFormats } from '../../time/formats.ts'
import { tellHours } from './tell-hours.ts'

const at = (time: string): number => Date.parse(`2026-12-${time}:00Z`)
const day = { from: at('18T00:00'), to: at('19T00:00') }
const format = createFormats('en', 'UTC', () => day.from)

const rows: readonly (readonly [from: string, to: string, says: RegExp])[] = [
  ['18T10:00', '18T11:30', /^10:00 – 11:30 AM$/],
  ['17T22:00', '18T01:00', /^until 1:00 AM$/],
  ['18T23:00', '19T01:00', /^from 11:00 PM$/],
  ['18T22:00', '19T00:00', /^10:00 PM – 12:00 AM$/],
  ['17T22:00', '19T02:00', /^all day$/],
  ['18T00:00', '19T00:00', /^all day$/],
  ['18T00:00', '18T09:30', /^12:00 – 9:30 AM$/],
]
for (const [from, to, says] of rows)
  test(`${from} to ${to} is told as ${says}`, () => {
    // Some ICU versions put thin or narrow spaces around the dash and before AM.
    const said = tellHours({ from: at(from), to: at(to) }, day, words, format).replaceAll(/\s/g, ' ')
    assert.match(said, says)
  })
