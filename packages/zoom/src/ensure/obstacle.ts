import type { ZoomError } from '../errors.ts'
import type { MeetingRecord, Obstacle, Reason } from './record.ts'

/** What became of a request that changes something. */
export type Refusal =
  /** Surely not done. `until`: when to try again; `undefined`: never, unless something else is wanted. */
  | { readonly kind: 'not_done'; readonly reason: Reason; readonly message: string; readonly until: Until }
  /** Nobody knows. */
  | { readonly kind: 'unknown'; readonly message: string }

/** An instant, a wait that grows each time, or never. */
type Until = number | 'soon' | 'slowly' | 'never'

/**
 * What a failed request means. Only what surely did not happen is called so: a refusal by Zoom, or a failure before the first
 * byte left.
 */
export function refusalFrom(error: ZoomError): Refusal {
  const { code, details, message } = error
  if (details.outcome === 'unknown') return { kind: 'unknown', message }
  const notDone = (reason: Reason, until: Until): Refusal => ({ kind: 'not_done', reason, message, until })
  switch (code) {
    case 'rate_limited':
      return notDone('limited', details.retryAt?.getTime() ?? 'soon')
    case 'sign_in_refused':
    case 'scope_missing':
      return notDone(code, 'slowly')
    case 'network':
    case 'timeout':
    case 'aborted':
    case 'malformed_answer':
      return notDone('zoom_away', 'soon')
    case 'not_found':
    case 'zoom_refused':
    case 'conflict':
      // Without Zoom's own number it is the page of a proxy, not a word of Zoom.
      if (details.zoomCode === undefined || (details.status ?? 0) >= 500) return notDone('zoom_away', 'soon')
      return isOfRunning(error) ? notDone('running', 'slowly') : notDone('refused_by_zoom', 'never')
    default:
      return notDone('refused_by_zoom', 'never')
  }
}

/** Zoom's number for a change of a meeting that runs says other things too (docs/zoom-facts.md §5.2, §5.8). */
function isOfRunning({ details: { zoomCode }, message }: ZoomError): boolean {
  return zoomCode === 3002 || (zoomCode === 3000 && message.includes('that have started'))
}

const longestWaitMs = 60_000
const slowWaitMs = 300_000

/** The record with something in its way; the waits of the same reason double from a second to a minute. */
export function hindered(
  record: MeetingRecord,
  { reason, message, until }: { readonly reason: Reason; readonly message: string; readonly until: Until },
  now: number,
): MeetingRecord {
  const times = record.obstacle?.reason === reason ? record.obstacle.times + 1 : 1
  const soon = now + Math.min(longestWaitMs, 1000 * 2 ** Math.min(times - 1, 10))
  const at =
    until === 'soon'
      ? soon
      : until === 'slowly'
        ? now + slowWaitMs
        : until === 'never'
          ? undefined
          : Math.max(until, now)
  const obstacle: Obstacle = { reason, message, until: at, times }
  return { ...record, obstacle }
}

/** The record with nothing in its way. */
export function unhindered(record: MeetingRecord): MeetingRecord {
  if (record.obstacle === undefined) return record
  const { obstacle: _obstacle, ...rest } = record
  return rest
}

/** The record without what was waited for; what is refused for good is refused still. */
export function relieved(record: MeetingRecord): MeetingRecord {
  return record.obstacle?.until === undefined ? record : unhindered(record)
}
