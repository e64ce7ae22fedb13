import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assign } from './assignment.ts'

const assigned = (...texts: string[]) => {
  const target: Record<string, unknown> = {}
  assign(target, texts)
  return target
}

test('values are JSON where they can be, else text', () => {
  assert.deepEqual(
    assigned('settings.mute_upon_entry=true', 'settings.jbh_time=5', 'agenda=a=b', 'tracking_fields=[{"field":"x"}]'),
    {
      settings: { mute_upon_entry: true, jbh_time: 5 },
      agenda: 'a=b',
      tracking_fields: [{ field: 'x' }],
    },
  )
})

for (const text of ['settings.mute_upon_entry', '=true', 'settings..x=1', '__proto__.polluted=1', 'a b=1'])
  test(`--set "${text}" is refused`, () => assert.throws(() => assigned(text), /no assignment/))

test('a field cannot be a value and hold others', () => {
  assert.throws(() => assigned('agenda=x', 'agenda.y=1'), /already has a plain value/)
})

test('a passcode is not taken this way either, and not repeated', () => {
  assert.throws(
    () => assigned('password=hunter2'),
    (error: Error) => /passcode/.test(error.message) && !error.message.includes('hunter2'),
  )
})
