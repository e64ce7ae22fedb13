import type { VNode } from 'preact'
import { readBooking } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { wallAt } from '../../time/wall-time.ts'
import { ChangeDialog } from '../booking/change-dialog.tsx'
import type { BlockPiece } from './host-rows.ts'
import { calendarWords } from './words.ts'

export interface MoveDialogProps {
  readonly piece: BlockPiece
  /** Where it was dragged to. */
  readonly startsAt: number | undefined
  readonly onClose: () => void
  readonly onMoved: () => void
}

/** Moves one date, or it and those that follow, or all: by the form of its booking, which shows what becomes of it before. */
export function MoveDialog({ piece, startsAt, onClose, onMoved }: MoveDialogProps): VNode {
  const words = calendarWords.use()
  const { block } = piece
  const { value: booking, failure, reload } = useAnswer(readBooking(block.bookingId ?? ''))
  const title = words.move.title(block.title || words.block.untitled)
  if (booking === undefined || !booking.may.change)
    return (
      <Dialog title={title} onClose={onClose}>
        <FailureNotice failure={failure} />
        {booking === undefined ? failure === undefined && <Loading /> : <p>{words.move.cannot}</p>}
      </Dialog>
    )
  return (
    <ChangeDialog
      moving={title}
      booking={booking}
      put={onMoved}
      reload={reload}
      {...(booking.recurrence !== null && block.date !== null && { date: block.date })}
      {...(startsAt !== undefined && { start: wallAt(startsAt, booking.timeZone) })}
      onClose={onClose}
    />
  )
}
