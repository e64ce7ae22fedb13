import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { approveBooking, declineBooking } from '../../../api/booking-calls.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { adminWords } from '../words.ts'

export interface DecisionProps {
  readonly booking: BookingView
  readonly onDecided: () => void
}

/** The two buttons of a manager; declining is asked about once more. */
export function Decision({ booking, onDecided }: DecisionProps): VNode {
  const { approvals: words } = adminWords.use()
  const toast = useToast()
  const submit = useSubmit()
  const [isDeclining, setDeclining] = useState(false)
  const title = booking.title ?? ''

  async function decide(decision: 'approve' | 'decline'): Promise<void> {
    const call = decision === 'approve' ? approveBooking : declineBooking
    const answer = await submit.send(call(booking.id, { revision: booking.revision }))
    if (answer?.is !== 'good') return
    toast(decision === 'approve' ? words.approved(title) : words.declined(title))
    setDeclining(false)
    onDecided()
  }

  return (
    <>
      {!isDeclining && <FailureNotice failure={submit.failure} />}
      <div class="actions">
        <Button kind="main" isBusy={submit.isSending} label={words.approveOf(title)} onClick={() => decide('approve')}>
          {words.approve}
        </Button>
        <Button kind="danger" label={words.declineOf(title)} onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
      </div>
      {isDeclining && (
        <Dialog
          title={words.declineTitle}
          onClose={() => setDeclining(false)}
          actions={
            <>
              <Button kind="danger" isBusy={submit.isSending} onClick={() => decide('decline')}>
                {words.declineOf(title)}
              </Button>
              <Button onClick={() => setDeclining(false)}>{words.declineKeep}</Button>
            </>
          }
        >
          <p>{words.declineText}</p>
          <FailureNotice failure={submit.failure} />
        </Dialog>
      )}
    </>
  )
}
