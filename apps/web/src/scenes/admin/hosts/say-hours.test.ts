import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFormats } from '../../../time/formats.ts'
import { areInOrder, sayHours } from './say-hours.ts'

const format = createFormats('en', 'UTC', () => 0)
const office = [{ from: '09:00', to: '17:00' }]

test('days with the same hours stand together', () => {
  const split = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ]
  assert.deepEqual(
    sayHours({ monday: office, tuesday: office, wednesday: office, friday: split, sunday: office }, format),
    ['Mon–Wed 09:00–17:00', 'Fri 09:00–12:00, 13:00–24:00', 'Sun 09:00–17:00'],
  )
  assert.deepEqual(sayHours({}, format), [])
})

test('an end that is not after its beginning is no opening hours', () => {
  assert.ok(areInOrder({ from: '09:00', to: '24:00' }))
  for (const [from, to] of [
    ['09:00', '09:00'],
    ['17:00', '09:00'],
    ['', '09:00'],
    ['09:00', ''],
  ] as const)
    assert.ok(!areInOrder({ from, to }), `${from}-${to}`)
})
