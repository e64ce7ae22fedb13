import type { Host } from '@convene/booking'
import type { ConnectionStep, ConnectionView } from '@convene/booking/contract'
import { type ZoomClient, ZoomError } from '@convene/zoom'
import type { MeetingKeeper } from '@convene/zoom/ensure'
import type { DeskConfig } from '../config.ts'
import { sayWebhooks } from './say-webhooks.ts'
import { type MissingScope, missingScopes } from './scope-needs.ts'
import { bad, good, notTried, type Step } from './step.ts'
import { sayClock } from './zoom-clock.ts'

export interface ConnectionParts {
  /** A client that has kept no token: one from before would hide what the app may do since. */
  readonly zoom: Pick<ZoomClient, 'signIn' | 'users' | 'meetings'>
  /** `undefined`: nothing is made for a try. */
  readonly keeper: Pick<MeetingKeeper, 'probeAgenda'> | undefined
  readonly hosts: readonly Host[]
  readonly config: Pick<DeskConfig, 'zoom' | 'publicUrl'>
  /** How long ago Zoom's last webhook came to this process, in ms; `undefined`: none did. */
  readonly webhookAgoMs: number | undefined
  /** How far the desk's clock is ahead of Zoom's, in ms; `undefined` while Zoom has not said what time it is. */
  readonly skewMs: () => number | undefined
}

/** How long the meeting is waited for that shows whether agendas are seen. */
const probeMs = 20_000

/**
 * Tries what the desk needs of Zoom, from the sign-in on. Two creations and changes of the first host's day are spent on looking whether
 * agendas are shown.
 */
export async function testConnection(parts: ConnectionParts): Promise<ConnectionView> {
  const { is, credentials } = parts.config.zoom
  const { steps, missing } = await tryZoom(parts)
  return {
    zoom: is,
    account: credentials.accountId,
    steps: [...steps, { is: 'webhooks', ...sayWebhooks(parts) }, { is: 'clock', ...sayClock(parts.skewMs()) }],
    missingScopes: missing.map(({ isNeeded, ...scope }) =>
      isNeeded ? scope : { ...scope, for: `${scope.for} (the desk books without it)` },
    ),
  }
}

async function tryZoom(parts: ConnectionParts): Promise<{ steps: ConnectionStep[]; missing: MissingScope[] }> {
  let granted: readonly string[]
  try {
    granted = (await parts.zoom.signIn()).scopes
  } catch (error) {
    const left = notTried('Zoom did not accept the sign-in.')
    const others = (['users', 'meetings', 'agenda'] as const).map((is) => ({ is, ...left }))
    return { steps: [{ is: 'sign_in', ...bad(wordsOf(error)) }, ...others], missing: [] }
  }
  // Not every sign-in says its scopes: then only what Zoom refuses is known.
  const missing = granted.length === 0 ? [] : missingScopes(granted)
  const host = parts.hosts.find(({ isActive }) => isActive)
  const users = await attempt(() => tryUsers(parts))
  const meetings = await tryMeetings(parts, host)
  const agenda = meetings.result === 'good' ? await tryAgenda(parts, host) : notTried('Meetings could not be read.')
  return {
    steps: [
      { is: 'sign_in', ...saySignIn(parts.config.zoom.credentials.accountId, missing) },
      { is: 'users', ...users },
      { is: 'meetings', ...meetings },
      { is: 'agenda', ...agenda },
    ],
    missing,
  }
}

/** A step that Zoom refuses is bad, and the next one is tried all the same. */
async function attempt(step: () => Promise<Step>): Promise<Step> {
  try {
    return await step()
  } catch (error) {
    return bad(wordsOf(error))
  }
}

/** Zoom's refusals, and that it does not answer, in words that end with the remedy and hold no secret. */
function wordsOf(error: unknown): string {
  if (error instanceof ZoomError) return error.message
  throw error
}

function saySignIn(account: string, missing: readonly MissingScope[]): Step {
  const needed = missing.filter(({ isNeeded }) => isNeeded).map(({ granular }) => granular)
  if (needed.length === 0) return good(`Zoom accepts the app of account ${account}.`)
  return bad(
    `Zoom accepts the app of account ${account}, which lacks ${needed.join(', ')}. Add what is missing on the app's page on marketplace.zoom.us, under Scopes, and start the desk anew.`,
  )
}

async function tryUsers({ zoom, hosts }: ConnectionParts): Promise<Step> {
  const known = new Set<string>()
  let count = 0
  for await (const { id = '', email } of zoom.users.list({ status: 'active', page_size: 300 })) {
    known.add(id.toLowerCase()).add(email.toLowerCase())
    count++
  }
  const unknown = hosts.filter(({ isActive, zoomUser }) => isActive && !known.has(zoomUser.toLowerCase()))
  if (unknown.length === 0) return good(`The account has ${count} active users; every host of the desk is one of them.`)
  const names = unknown.map(({ name, zoomUser }) => `${name} (${zoomUser})`).join(', ')
  return bad(`No active users of the account: ${names}. Mend the Zoom user of these hosts, or take them out of use.`)
}

const noHost = notTried('The desk has no host yet: add one under Hosts.')

async function tryMeetings({ zoom }: ConnectionParts, host: Host | undefined): Promise<Step> {
  if (host === undefined) return noHost
  return attempt(async () => {
    await zoom.meetings.list({ userId: host.zoomUser, type: 'scheduled', page_size: 30 })
    return good(`The meetings of ${host.name} can be read.`)
  })
}

async function tryAgenda({ keeper }: ConnectionParts, host: Host | undefined): Promise<Step> {
  if (host === undefined) return noHost
  if (keeper === undefined) return notTried('A meeting would have to be made for it.')
  return attempt(async () => {
    const seen = await keeper.probeAgenda(host.zoomUser, { waitMs: probeMs })
    if (seen === 'shown') return good('Descriptions are shown, by which a lost meeting is found again.')
    if (seen === 'unknown') return notTried('Zoom did not make a meeting for the try in time. Try again later.')
    return bad(
      'A setting of the account hides descriptions. A lost meeting is found by its time and topic instead, and where two are alike a person is asked. An administrator of Zoom can show them: account settings, "Hide meeting description".',
    )
  })
}
