import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serverToServer } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'
import { type OpenRun, openRun } from '../packages/cli/src/bulk/open-run.ts'
import { realSurroundings } from '../packages/cli/src/surroundings.ts'

test('on a real account the next run knows what the last one used of the day', async () => {
  await using zoom = await startEmulator()
  const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '', ZOOM_API_URL, ZOOM_OAUTH_URL } = zoom.env
  const access = {
    title: 'Zoom: as if it were real',
    // The one place where an emulator has to pass for the real Zoom: of an emulated one nothing is kept.
    emulated: false,
    account: 'account demo',
    auth: serverToServer({
      accountId: ZOOM_ACCOUNT_ID,
      clientId: ZOOM_CLIENT_ID,
      clientSecret: ZOOM_CLIENT_SECRET,
    }),
    apiUrl: ZOOM_API_URL,
    oauthUrl: ZOOM_OAUTH_URL,
    [Symbol.asyncDispose]: async () => {},
  }
  const folder = await mkdtemp(join(tmpdir(), 'convene-limits-'))
  const journal = join(folder, 'meetings.csv.convene')
  const open = () => openRun(access, { journal, plan: 'business', share: 1 }, realSurroundings())
  const make = async ({ keeper, ledger }: OpenRun, name: string) => {
    const meeting = { topic: name, start_time: '2030-12-20T18:00:00Z' }
    const row = { line: 2, key: undefined, host: 'mei@example.com', name, meeting }
    ledger.begin(row)
    const { state } = await keeper.ensureMeeting({ key: name, host: row.host, meeting })
    assert.equal(state, 'published')
  }
  try {
    {
      await using run = await open()
      for (const name of ['one', 'two', 'three']) await make(run, name)
    }
    await using run = await open()
    // A host is known by id, and which id belongs to an address is told by an answer.
    await make(run, 'four')
    const { steps } = await run.scheduler.estimate({ hosts: { 'mei@example.com': 100 } })
    assert.deepEqual(
      steps.map(({ calls }) => calls),
      [96, 4],
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
