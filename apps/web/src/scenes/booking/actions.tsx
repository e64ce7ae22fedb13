import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { approveBooking, declineBooking, extendBooking } from '../../api/booking-calls.ts'
import type { Call } from '../../api/call.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import type { ShownProps } from './index.tsx'

/** What this person may do with the booking now. */
export function Actions({ booking, put, reload }: ShownProps): VNode | null {
  const words = useWords()
  const toast = useToast()
  const submit = useSubmit()
  const [open, setOpen] = useState<'change' | 'cancel' | 'end' | undefined>(undefined)
  const { may, id, revision } = booking
  // A question that is open stays: somebody else may have ended the meeting meanwhile, and the answer says so.
  const isEmpty = !(may.change || may.cancel || may.extend || may.decide || may.endRunning)
  if (isEmpty && open === undefined) return null

  const act = async (call: Call<BookingView>, done: string): Promise<void> => {
    const answer = await submit.send(call)
    if (answer?.is === 'refused') reload()
    if (answer?.is !== 'good') return
    put(answer.value)
    toast(done)
  }
  return (
    <section class="panel booking-actions" aria-label={words.booking.change}>
      <FailureNotice failure={submit.failure} />
      {may.decide && (
        <>
          <Button
            kind="main"
            isBusy={submit.isSending}
            onClick={() => act(approveBooking(id, { revision }), words.booking.approved)}
          >
            {words.booking.approve}
          </Button>
          <Button
            kind="danger"
            isBusy={submit.isSending}
            onClick={() => act(declineBooking(id, { revision }), words.booking.declined)}
          >
            {words.booking.decline}
          </Button>
        </>
      )}
      {may.extend && (
        <Button
          kind="main"
          isBusy={submit.isSending}
          onClick={() => act(extendBooking(id, { revision }), words.booking.extended)}
        >
          {words.booking.extend}
        </Button>
      )}
      {may.endRunning && (
        <Button kind="danger" onClick={() => setOpen('end')}>
          {booking.isHeldUp ? words.booking.endBefore : words.booking.endRunning}
        </Button>
      )}
      {may.change && <Button onClick={() => setOpen('change')}>{words.booking.change}</Button>}
      {may.cancel && (
        <Button kind="danger" onClick={() => setOpen('cancel')}>
          {words.booking.cancel}
        </Button>
      )}
      {open === 'end' && <EndDialog booking={booking} reload={reload} onClose={() => setOpen(undefined)} />}
      {open === 'change' && (
        <ChangeDialog booking={booking} put={put} reload={reload} onClose={() => setOpen(undefined)} />
      )}
      {open === 'cancel' && (
        <CancelDialog booking={booking} put={put} reload={reload} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}
