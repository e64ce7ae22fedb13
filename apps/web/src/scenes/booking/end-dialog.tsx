import type { VNode } from 'preact'
import { endRunning } from '../../api/booking-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import type { ShownProps } from './index.tsx'

/** Other people are in the meeting that is to be ended: whether it shall be is asked once more. */
export function EndDialog({
  booking,
  reload,
  onClose,
}: Pick<ShownProps, 'booking' | 'reload'> & { readonly onClose: () => void }): VNode {
  const speech = useSpeech()
  const { words } = speech
  const toast = useToast()
  const submit = useSubmit()
  const close = (said: string): void => {
    reload()
    toast(said)
    onClose()
  }
  const end = async (): Promise<void> => {
    const answer = await submit.send(endRunning(booking.id))
    if (answer?.is === 'good') close(words.booking.endedNow)
    // Somebody else was faster, or it has ended by itself.
    if (answer?.is === 'refused' && answer.problem.code === 'wrong_state') close(sayProblem(answer.problem, speech))
  }
  return (
    <Dialog
      title={booking.isHeldUp ? words.booking.endBeforeTitle : words.booking.endTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" isBusy={submit.isSending} onClick={end}>
            {booking.isHeldUp ? words.booking.endBefore : words.booking.endRunning}
          </Button>
          <Button onClick={onClose}>{words.booking.letRun}</Button>
        </>
      }
    >
      <p>{words.booking.endWhat}</p>
      <FailureNotice failure={submit.failure} />
    </Dialog>
  )
}
