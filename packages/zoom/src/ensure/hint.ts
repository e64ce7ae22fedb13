import { meetingsOperations } from '../generated/meetings.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { meetingSeen } from './attempts.ts'
import { readSooner } from './changes.ts'
import { commitBeside, type KeeperParts, zoomError } from './keeper-parts.ts'
import { markerOf, parseMarker } from './marker.ts'
import { isMarkedBy, isProvedBy } from './match.ts'

/** What is taken of a webhook event; `parseWebhook` of `@convene/zoom/webhooks` gives one that is verified. */
export interface MeetingHint {
  readonly event: string
  readonly payload?: unknown
}

/** A change of ours is told by Zoom too: so long after one was sent, an event of a change may be its echo. */
const echoMs = 60_000

/** Where an event is believed to be about a meeting of ours, it is looked at; the event itself is not believed. */
export async function followHint(parts: KeeperParts, { event, payload }: MeetingHint): Promise<void> {
  const id = meetingIdIn(payload)
  if (id === undefined || !watched.has(event)) return
  const { journal, ambient } = parts
  const published = await journal.findByMeeting(id)
  if (published === undefined) {
    if (event === 'meeting.created') await lookAt(parts, id)
    return
  }
  if (event === 'meeting.created') return
  await commitBeside(parts, published.key, (one) => {
    const now = ambient.now()
    const { change } = one
    if (one.published?.id !== id || (one.published.isGone && event !== 'meeting.recovered')) return one
    // Our change and a person's right after it look the same: one look when the echoes are over tells of both.
    const at = event === 'meeting.updated' && change !== undefined ? Math.max(now, change.sentAt + echoMs) : now
    return readSooner(one, at)
  })
}

const watched: ReadonlySet<string> = new Set([
  'meeting.created',
  'meeting.updated',
  'meeting.deleted',
  'meeting.recovered',
])

/** A meeting that nobody here knows: its marker says whether an attempt of ours has made it. */
async function lookAt(parts: KeeperParts, meetingId: number): Promise<void> {
  const { zoom, journal, ambient, settings } = parts
  let meeting: Meeting
  try {
    const schedule = { longestWaitMs: settings.longestTurnMs }
    meeting = await zoom.request<Meeting>(meetingsOperations.get, { path: { meetingId } }, { schedule })
  } catch (error) {
    zoomError(error)
    return
  }
  const parsed = parseMarker(meeting.agenda)
  const record = parsed && (await journal.findByTag(parsed.tag))
  const attempt = record?.attempts.find(({ number }) => number === parsed?.attempt)
  if (record === undefined || attempt === undefined || attempt.outcome === 'sent') return
  const marker = await markerOf(ambient, await parts.secret(), record, attempt)
  if (!isMarkedBy(meeting, attempt, marker, settings) || !isProvedBy(meeting, attempt)) return
  const seen = { id: meetingId, attempt: attempt.number, isKnown: false }
  await commitBeside(parts, record.key, (one) => meetingSeen(one, seen, ambient.now()))
}

/** A number in some events, a text in others (docs/zoom-facts.md §9). */
function meetingIdIn(payload: unknown): number | undefined {
  const { object } = (payload ?? {}) as { readonly object?: { readonly id?: unknown } }
  const id = Number(object?.id)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
