import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./testing/print-times.ts', import.meta.url))
const printedIn = (TZ: string) =>
  JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8', env: { ...process.env, TZ } })) as {
    zone: string
    results: { instant?: number }[]
  }

it('times and series come out the same whatever the zone of the machine', () => {
  const inUtc = printedIn('UTC')
  assert.equal(inUtc.results[0]?.instant, Date.UTC(2026, 11, 17, 10))
  for (const zone of ['Asia/Tokyo', 'America/New_York']) {
    const there = printedIn(zone)
    assert.equal(there.zone, zone)
    assert.deepEqual(there.results, inUtc.results)
  }
})
