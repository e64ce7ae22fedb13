import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'
import { Secret } from './secret.ts'

test('a line of the log is one object of JSON, with what every line of its part has', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', now: () => 0, write: (line) => lines.push(line) }).with({ requestId: 'r-1' })
  log.debug('unheard')
  log.warn('fault', { error: new Error('broken\nline'), token: new Secret('hunter2') })
  const { error, ...line } = JSON.parse(lines[0] ?? '{}') as Record<string, unknown> & { error: { message: string } }
  assert.deepEqual(line, {
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    event: 'fault',
    requestId: 'r-1',
    token: '[hidden]',
  })
  assert.equal(error.message, 'broken\nline')
  assert.deepEqual([lines.length, lines[0]?.includes('\n')], [1, false])
})
