import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRows } from './check-rows.ts'
import { readRows } from './read-rows.ts'
import { csvTemplate, jsonTemplate } from './template.ts'

const now = Date.parse('2026-11-22T09:00:00Z')
const templates = {
  'meetings.csv': csvTemplate(now, ','),
  'with-semicolons.csv': csvTemplate(now, ';'),
  'meetings.jsonl': jsonTemplate(now),
}

for (const [file, text] of Object.entries(templates))
  test(`the template ${file} passes the check, and one of its rows is a series`, () => {
    const { rows, mistakes } = readRows(file, Buffer.from(text))
    assert.deepEqual([...mistakes, ...checkRows(rows, now, true)], [])
    assert.equal(rows.length, 3)
    assert.equal(rows.filter(({ meeting }) => meeting.recurrence !== undefined).length, 1)
  })

test('spreadsheets see that the CSV template is UTF-8', () => {
  assert.ok(templates['meetings.csv'].startsWith('\ufeffhost,topic,start,'))
})
