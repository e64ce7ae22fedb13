import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type EmulatorOptions, startEmulator } from '@convene/zoom-emulator'
import { openContractZoom } from './contract/contract-zoom.ts'
import { datesFrom } from './contract/dates.ts'
import type { Fact } from './contract/fact.ts'
import { allFacts } from './contract/facts/all.ts'
import { formatFinding, verifyFacts } from './contract/verify.ts'
import { NODE_COMPILE_CACHE } from './parts/compile-cache.ts'

const program = fileURLToPath(new URL('contract/verify-zoom.ts', import.meta.url))

async function verify(facts: readonly Fact[], switches: EmulatorOptions['switches'] = {}) {
  await using emulator = await startEmulator({ switches })
  const { ZOOM_API_URL = '', ZOOM_OAUTH_URL = '', ...app } = emulator.env
  const zoom = openContractZoom({
    apiUrl: ZOOM_API_URL,
    oauthUrl: ZOOM_OAUTH_URL,
    accountId: app.ZOOM_ACCOUNT_ID ?? '',
    clientId: app.ZOOM_CLIENT_ID ?? '',
    clientSecret: app.ZOOM_CLIENT_SECRET ?? '',
    userId: 'me',
    paceMs: 0,
  })
  const findings = await Array.fromAsync(verifyFacts(zoom, facts))
  const { meetings } = (await zoom.call('GET', '/users/me/meetings?page_size=300')).body
  return { findings, meetingsLeft: meetings.length }
}

test('the emulator is as the facts say, and nothing is left over', async () => {
  const { findings, meetingsLeft } = await verify(allFacts)
  const unlike = findings.filter(({ verdict }) => verdict.as === 'different').map(formatFinding)
  assert.deepEqual(unlike, [])
  const notTried = findings.flatMap(({ fact, verdict }) => (verdict.as === 'not_tried' ? fact.id : []))
  assert.deepEqual(notTried, ['create-label'])
  assert.equal(meetingsLeft, 0)
})

const otherChoices = {
  coerceText: false,
  unreadableStart: 'refuse',
  unlistedZone: 'host_zone',
  pastSeries: 'shift',
  shortMonth: 'clamp',
  bareEndDate: 'refuse',
  repeatLimits: '90/12/3',
  maxOccurrences: 50,
  recurrenceWithoutStart: 'keep_start',
  occurrenceFields: 'ignore',
  enforcePasscode: true,
  tokens: 'newest_only',
} satisfies EmulatorOptions['switches']

for (const [name, value] of Object.entries(otherChoices))
  test(`a Zoom that chose otherwise (${name}: ${value}) is found different`, async () => {
    const facts = allFacts.filter((fact) => fact.switch === name)
    const { findings } = await verify(facts, { [name]: value })
    assert.deepEqual(
      findings.map(({ verdict }) => verdict.as),
      ['different'],
    )
    assert.match(findings.map(formatFinding).join(), new RegExp(`switch of the emulator: ${name}`))
  })

/** Runs the program in an environment that says only what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number | string; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, [program, ...args], { env: { NODE_COMPILE_CACHE, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    ),
  )
}

test('the program names the account before it writes to the real Zoom, and ends with 0 where nothing is different', async () => {
  await using emulator = await startEmulator()
  const { code, stdout } = await run(['--real', '--only', 'unknown-path'], emulator.env)
  assert.match(stdout, /^The real Zoom, account \S+, meetings of owner@example\.com\.\n/)
  assert.match(stdout, /✓ confirmed unknown-path[\s\S]*1 confirmed, 0 different, 0 not tried/)
  assert.equal(code, 0)
})

test('the program ends with 1 where something is different, and says what', async () => {
  await using emulator = await startEmulator({ switches: { unreadableStart: 'refuse' } })
  const { code, stdout } = await run(['--real', '--json', '--only', 'unreadable-start'], emulator.env)
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(stdout), {
    id: 'unreadable-start',
    section: '§5.4',
    as: 'different',
    seen: 'status 400, code 300',
  })
})

test('the program refuses what it cannot do, with the remedy', async () => {
  const withoutAccount = await run(['--real'])
  assert.deepEqual([withoutAccount.code, withoutAccount.stdout], [2, ''])
  assert.match(withoutAccount.stderr, /--real needs ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET/)
  const misspelt = await run(['--only', 'wal-time'])
  assert.equal(misspelt.code, 2)
  assert.match(misspelt.stderr, /there is no fact wal-time\. There are: .*wall-time/)
})

test('docs/deviations.md has a row for each fact, with its words', () => {
  const document = readFileSync(new URL('../docs/deviations.md', import.meta.url), 'utf8')
  const rows = document.split('\n').map((line) => line.replaceAll(/ +/g, ' '))
  for (const { id, section, says } of allFacts)
    assert.ok(rows.includes(`| \`${id}\` | ${says} | ${section} |`), `no row for ${id}: ${says} ${section}`)
})

test('the days of the suite lie ahead and keep their weekdays, in whatever year it runs', () => {
  for (let year = 2026; year < 2050; year++)
    for (const monthAndDay of ['01-01', '06-15', '12-31']) {
      const now = new Date(`${year}-${monthAndDay}T12:00:00Z`)
      const dates = datesFrom(now)
      assert.equal(new Date(dates.day()).getUTCDay(), 3)
      assert.ok(Date.parse(dates.day()) > now.getTime())
      assert.equal(new Date(dates.skippedHourOn).getUTCDay(), 0)
      assert.equal(new Date(dates.repeatedHourOn).getUTCDay(), 0)
      assert.ok(Date.parse(dates.pastNewYear) <= now.getTime())
    }
})
