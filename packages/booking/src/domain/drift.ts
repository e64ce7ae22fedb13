import type { DateException, Wish } from './booking.ts'
import type { Difference } from './meeting-outcome.ts'
import { type Message, say } from './message.ts'
import { formatWall, locate, wallAt } from './wall-time.ts'
import { longestAgenda, longestTitle } from './zoom-limits.ts'

/** What a booking would be if it took over what Zoom shows; a message where it cannot. */
export type TakenOver = { readonly wish: Wish } | { readonly whyNot: Message }

/**
 * Works out what a booking becomes that takes over what somebody has changed at Zoom. `start_time` is an instant, `dates` are
 * exceptions of the series.
 */
export function takeOver(wish: Wish, differences: readonly Difference[]): TakenOver {
  let after: Wish = wish
  for (const { field, atZoom } of differences)
    switch (field) {
      case 'topic':
        after = { ...after, title: String(atZoom).trim().slice(0, longestTitle) || wish.title }
        break
      case 'agenda':
        after = { ...after, agenda: String(atZoom).slice(0, longestAgenda) }
        break
      case 'duration':
        after = { ...after, minutes: Number(atZoom) }
        break
      case 'start_time': {
        const at = typeof atZoom === 'string' ? Date.parse(atZoom) : Number.NaN
        // How it repeats now only its dates would tell.
        if (wish.recurrence !== undefined || Number.isNaN(at)) return { whyNot: say('series_changed_at_zoom', {}) }
        after = { ...after, ...startAt(at, wish.timeZone) }
        break
      }
      case 'dates':
        if (!Array.isArray(atZoom)) return { whyNot: say('series_changed_at_zoom', {}) }
        after = { ...after, exceptions: atZoom as DateException[] }
        break
      default:
      // A link or a passcode is nothing that was wished for.
    }
  return { wish: after }
}

function startAt(at: number, timeZone: string): Pick<Wish, 'start' | 'repeated'> {
  const wall = wallAt(at, timeZone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const located = locate(wall, timeZone)
  if (located.is !== 'repeated') return { start: formatWall(wall), repeated: undefined }
  return { start: formatWall(wall), repeated: at >= located.later ? 'later' : 'earlier' }
}
