import { ZoomError } from '../../errors.ts'
import { type AnsweredTimes, findStartShift, type MeantInstants } from '../../time/start-shift.ts'

/**
 * Compares the instants that Zoom answers with those that were meant. Throws `start_shifted` with the meeting, which exists.
 * Zoom refuses nothing it cannot read: it takes the present moment, or another zone (docs/zoom-facts.md §5.4).
 */
export function checkStart(
  meeting: AnsweredTimes & { readonly id: number },
  meant: MeantInstants | undefined,
  operation: string,
  kind: 'meeting' | 'webinar' = 'meeting',
): void {
  if (meant === undefined) return
  const shift = findStartShift({ meant, meeting })
  if (shift === undefined) return
  const { which, meantAt, answeredAt } = shift
  const what = which === 'last' ? `the last date of ${kind} ${meeting.id}` : `${kind} ${meeting.id}`
  throw new ZoomError(
    'start_shifted',
    `Zoom made ${what} at ${answeredAt?.toISOString() ?? 'no time at all'}, but ${meantAt.toISOString()} was meant.`,
    { remedy: `Update or delete the ${kind} before you hand out its link.`, operation, meeting, meantAt, answeredAt },
  )
}
