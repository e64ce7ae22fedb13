import { ZoomError } from '../../errors.ts'
import { findStartShift, type MeantInstants } from '../../time/start-shift.ts'
import type { Meeting } from '../meeting-types/meeting.ts'

/**
 * Compares the instants that Zoom answers with those that were meant. Throws `start_shifted` with the meeting, which exists.
 * Zoom refuses nothing it cannot read: it takes the present moment, or another zone (docs/zoom-facts.md §5.4).
 */
export function checkStart(meeting: Meeting, meant: MeantInstants | undefined, operation: string): void {
  if (meant === undefined) return
  const shift = findStartShift({ meant, meeting })
  if (shift === undefined) return
  const { which, meantAt, answeredAt } = shift
  const date = which === 'last' ? 'the last date' : 'the start'
  throw new ZoomError(
    'start_shifted',
    `Meeting ${meeting.id} is not at the time that was meant: for ${date} ${meantAt.toISOString()} was sent, ` +
      `and Zoom answers ${answeredAt?.toISOString() ?? 'no time'}.`,
    {
      remedy:
        'The meeting exists. Change or delete it, and send its start as an instant ("…Z") with a zone of Zoom\'s list.',
      operation,
      meeting,
      meantAt,
      answeredAt,
    },
  )
}
