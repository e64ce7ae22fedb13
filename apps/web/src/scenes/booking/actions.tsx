import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { approveBooking, declineBooking, endRunning, extendBooking } from '../../api/booking-calls.ts'
import type { Call } from '../../api/call.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { useWords } from '../../words/words.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import type { ShownProps } from './index.tsx'

/** What this person may do with the booking now. */
export function Actions({ booking, put, reload }: ShownProps): VNode | null {
  const words = useWords()
  const toast = useToast()
  const submit = useSubmit()
  const [open, setOpen] = useState<'change' | 'cancel' | undefined>(undefined)
  const me = useMe()
  const { may, id, revision, standing } = booking
  const mayEnd = standing.code === 'overruns' && isAtLeast(me, 'admin')
  if (!may.change && !may.cancel && !may.extend && !may.decide && !mayEnd) return null

  const end = async (): Promise<void> => {
    const answer = await submit.send(endRunning(id))
    if (answer?.is !== 'good') return
    reload()
    toast(words.booking.endedNow)
  }
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
      {mayEnd && (
        <Button kind="danger" isBusy={submit.isSending} onClick={end}>
          {words.booking.endRunning}
        </Button>
      )}
      {may.change && <Button onClick={() => setOpen('change')}>{words.booking.change}</Button>}
      {may.cancel && (
        <Button kind="danger" onClick={() => setOpen('cancel')}>
          {words.booking.cancel}
        </Button>
      )}
      {open === 'change' && (
        <ChangeDialog booking={booking} put={put} reload={reload} onClose={() => setOpen(undefined)} />
      )}
      {open === 'cancel' && (
        <CancelDialog booking={booking} put={put} reload={reload} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}
