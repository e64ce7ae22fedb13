import { DatabaseSync } from 'node:sqlite'
import { createZoomClient, type ZoomClient, ZoomError } from '@convene/zoom'
import { createMeetingKeeper, type Journal, type MeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { createScheduler, createSqliteLimitStore, type Scheduler, type ZoomPlan } from '@convene/zoom/limits'
import { createNodeFetch } from '@convene/zoom/node'
import type { Surroundings } from '../surroundings.ts'
import type { ZoomAccess } from '../zoom/zoom-access.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { timersOf } from './timers.ts'

/** All that a run works with, from opening to closing. */
export interface OpenRun extends AsyncDisposable {
  readonly client: ZoomClient
  readonly scheduler: Scheduler
  readonly keeper: MeetingKeeper
  readonly journal: Journal
  readonly ledger: Ledger
}

export interface OpenRunOptions {
  readonly journal: string
  readonly plan: ZoomPlan
  readonly share: number
}

/** Opens the chosen Zoom for a run that keeps Zoom's limits and goes on where the last one was. */
export async function openRun(
  access: ZoomAccess,
  { journal: path, plan, share }: OpenRunOptions,
  surroundings: Surroundings,
): Promise<OpenRun> {
  const { auth, apiUrl, oauthUrl, tokenStore, emulated } = access
  await using stack = new AsyncDisposableStack()
  const fetch = stack.use(createNodeFetch())
  const ambient = { ...timersOf(surroundings), fetch }
  const base = { auth, apiUrl, oauthUrl, tokenStore, ambient }
  const account = emulated ? await emulatedAccount(access, createZoomClient(base)) : access.account
  const ledger = stack.use(openLedger({ path, account, platform: surroundings.platform }))
  // What was used of an emulated Zoom's day means nothing once its clock was moved.
  const limits = stack.use(new DatabaseSync(emulated ? ':memory:' : path))
  const store = createSqliteLimitStore(limits)
  const scheduler = createScheduler({ plan, share, store, longestWaitMs: Number.POSITIVE_INFINITY, ambient })
  const client = createZoomClient({ ...base, scheduler })
  const journal = createSqliteJournal(ledger.database)
  const keeper = createMeetingKeeper({ zoom: client, journal, ambient })
  const open = stack.move()
  return { client, scheduler, keeper, journal, ledger, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** An emulated Zoom that began anew has the same account and none of its meetings: when its user was made tells them apart. */
async function emulatedAccount({ account }: ZoomAccess, client: ZoomClient): Promise<string> {
  try {
    const { created_at } = await client.users.me()
    return `${account}, there since ${created_at}`
  } catch (error) {
    if (error instanceof ZoomError && error.code === 'scope_missing') return account
    throw error
  }
}
