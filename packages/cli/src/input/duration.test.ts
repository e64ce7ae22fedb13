import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration } from './duration.ts'

const minutesOf: Readonly<Record<string, number>> = {
  '60': 60,
  '90m': 90,
  '1h': 60,
  '1h30m': 90,
  '1h 30m': 90,
  '1.5h': 90,
  '1:30': 90,
  '45 min': 45,
  '2 hours': 120,
  '1 hour and 15 minutes': 75,
  '24h': 1440,
}

for (const [text, minutes] of Object.entries(minutesOf))
  test(`"${text}" is ${minutes} minutes`, () => assert.equal(parseDuration('--for', text), minutes))

const mistakes: Readonly<Record<string, RegExp>> = {
  '': /no length of time/,
  h: /no length of time/,
  '1x': /no length of time/,
  '-30': /no length of time/,
  '1:75': /no length of time/,
  '0.3h20s': /no length of time/,
  '0': /1 to 1440 minutes/,
  '25h': /1 to 1440 minutes/,
}

for (const [text, problem] of Object.entries(mistakes))
  test(`"${text}" is refused with the option, the value and a form that works`, () => {
    assert.throws(
      () => parseDuration('--for', text),
      (error: Error & { remedy?: string }) => {
        assert.match(error.message, problem)
        assert.ok(error.message.startsWith(`--for "${text}"`))
        assert.match(error.remedy ?? '', /--for 1h30m/)
        return true
      },
    )
  })
