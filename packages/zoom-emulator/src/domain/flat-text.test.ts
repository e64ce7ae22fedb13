import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flatText } from './flat-text.ts'

test('pieces stand one after the other, as a template would join them', () => {
  assert.equal(
    flatText('http://127.0.0.1', '/j/', 91234567890, '', '?pwd=', 'é會'),
    'http://127.0.0.1/j/91234567890?pwd=é會',
  )
  assert.equal(flatText(), '')
})
