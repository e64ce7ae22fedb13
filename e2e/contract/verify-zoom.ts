/**
 * `npm run verify:zoom`: looks at what docs/zoom-facts.md believes of Zoom, on a local emulator, or with `--real` on the real Zoom of
 * ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET. Ends with 1 where something is different.
 */

import { startEmulator } from '@convene/zoom-emulator'
import { readOptions } from '../../scripts/read-options.ts'
import { type ContractTarget, mostWrites, openContractZoom, topicPrefix } from './contract-zoom.ts'
import { allFacts } from './facts/all.ts'
import { type Finding, formatFinding, verifyFacts } from './verify.ts'

const usage = `Usage: npm run verify:zoom -- [--real] [--user USER] [--only ID,ID] [--json]

  --real      look at the real Zoom of ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET
  --user USER whose meetings are made: an id or an e-mail (default: me)
  --only IDS  look at these facts only
  --json      one line of JSON a fact
`

const { values } = readOptions(usage, {
  options: {
    real: { type: 'boolean' },
    user: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const facts = chooseFacts(values.only)
await using emulator = values.real ? undefined : await startEmulator()
const zoom = openContractZoom(emulator ? targetOf(emulator.env, 0) : targetOf(process.env, 600))
const say = (text: string) => (values.json ? console.error(text) : console.log(text))
if (emulator) say('Looking at a local emulator; --real looks at the real Zoom.\n')
else await announceRealZoom()

const findings: Finding[] = []
for await (const finding of verifyFacts(zoom, facts)) {
  findings.push(finding)
  const { id, section } = finding.fact
  console.log(values.json ? JSON.stringify({ id, section, ...finding.verdict }) : formatFinding(finding))
}
const count = (as: Finding['verdict']['as']) => findings.filter(({ verdict }) => verdict.as === as).length
say(`\n${count('confirmed')} confirmed, ${count('different')} different, ${count('not_tried')} not tried.`)
if (count('different') > 0) {
  say('What is different on the real Zoom is worth an issue: docs/deviations.md has a row for each fact.')
  process.exitCode = 1
}

function chooseFacts(only: string | undefined) {
  if (only === undefined) return allFacts
  const wanted = only.split(',')
  const unknown = wanted.filter((id) => !allFacts.some((fact) => fact.id === id))
  if (unknown.length > 0) {
    console.error(
      `--only: there is no fact ${unknown.join(', ')}. There are: ${allFacts.map(({ id }) => id).join(', ')}`,
    )
    process.exit(2)
  }
  return allFacts.filter(({ id }) => wanted.includes(id))
}

function targetOf(env: Readonly<Record<string, string | undefined>>, paceMs: number): ContractTarget {
  const names = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'] as const
  const missing = names.filter((name) => !env[name])
  if (missing.length > 0) {
    console.error(`--real needs ${missing.join(', ')} of a Server-to-Server app in the environment.`)
    process.exit(2)
  }
  return {
    apiUrl: env.ZOOM_API_URL ?? 'https://api.zoom.us/v2',
    oauthUrl: env.ZOOM_OAUTH_URL ?? 'https://zoom.us/oauth',
    accountId: env.ZOOM_ACCOUNT_ID ?? '',
    clientId: env.ZOOM_CLIENT_ID ?? '',
    clientSecret: env.ZOOM_CLIENT_SECRET ?? '',
    userId: values.user ?? 'me',
    paceMs,
  }
}

/** Whose account it is stands there before the first write. */
async function announceRealZoom(): Promise<void> {
  const { status, body } = await zoom.call('GET', `/users/${zoom.target.userId}`)
  if (status !== 200) {
    console.error(
      `The real Zoom does not say who the app's user is (status ${status}, code ${body?.code}). Nothing was made.`,
    )
    process.exit(1)
  }
  say(`The real Zoom, account ${body.account_id ?? zoom.target.accountId}, meetings of ${body.email}.`)
  say(`Meetings named "${topicPrefix}" are made and deleted again, at most ${mostWrites} creates and updates.\n`)
}
