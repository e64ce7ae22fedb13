import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { parse } from 'csv-parse/sync'
import { exportAudit } from './export.ts'
import { readAudit } from './read-audit.ts'

const member = {
  id: 'm-1',
  email: 'mei@example.com',
  name: '=林, "美玲"',
  role: 'admin',
  language: 'zh-TW',
  timeZone: 'Asia/Taipei',
  needsApproval: false,
  isActive: true,
} as const

/** A desk with 1201 entries, one a second. */
async function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'convene-audit-'))
  const store = await openSqliteStore({ file: join(folder, 'desk.db') })
  await store.transaction(async (transaction) => {
    await transaction.members.save(member)
    for (let index = 0; index <= 1200; index++)
      await transaction.audit.add({
        id: `a-${String(index).padStart(4, '0')}`,
        at: index * 1000,
        by: index === 0 ? 'desk' : 'm-1',
        what: 'booking_made',
        thing: `b-${index}`,
        details: { lane: 1 },
      })
  })
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

const range = { from: 0, to: 1200 * 1000 }

test('the log as CSV is read by another parser, whole, with names that are no formulas', async () => {
  await using store = await openLog()
  const text = await new Response(exportAudit(readAudit(store, range), 'csv')).text()
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  assert.equal(rows.length, 1200)
  assert.deepEqual(rows[0], {
    at: '1970-01-01T00:00:00Z',
    by: 'desk',
    by_name: '',
    what: 'booking_made',
    thing: 'b-0',
    details: '{"lane":1}',
    id: 'a-0000',
  })
  assert.equal(rows[1]?.by_name, `'${member.name}`)
})

test('the log as JSON Lines has one entry a line, in order', async () => {
  await using store = await openLog()
  const text = await new Response(exportAudit(readAudit(store, range), 'jsonl')).text()
  const ids = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(ids.length, 1200)
})

test('people may book while a log is being read', async () => {
  await using store = await openLog()
  const reader = exportAudit(readAudit(store, range), 'jsonl').getReader()
  await reader.read()
  await store.transaction(({ members }) => members.save({ ...member, name: 'Mei' }))
  await reader.cancel()
})
