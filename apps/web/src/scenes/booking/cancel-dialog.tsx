import type { ChangeScope } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { cancelBooking } from '../../api/booking-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useNow } from '../../parts.ts'
import { useSpeech } from '../../words/words.ts'
import type { ShownProps } from './index.tsx'
import { ScopeFields } from './scope-fields.tsx'

export function CancelDialog(props: ShownProps & { readonly onClose: () => void }): VNode {
  const { booking, put, reload, onClose } = props
  const { words, format } = useSpeech()
  const toast = useToast()
  const submit = useSubmit()
  const now = useNow()
  const [scope, setScope] = useState<ChangeScope>({ scope: 'all' })
  const isAlone = booking.isMine && booking.people.length === 0 && booking.deputies.length === 0
  const toCome = booking.occurrences.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const chosen = scope.scope === 'all' ? undefined : toCome.find(({ date }) => date === scope.date)
  const day = chosen === undefined ? '' : format.shortDay(chosen.startsAt, booking.timeZone)
  const label =
    scope.scope === 'one'
      ? words.booking.cancelOne(day)
      : scope.scope === 'following'
        ? words.booking.cancelFollowing(day)
        : words.booking.cancelAll(toCome.length)

  const cancel = async (): Promise<void> => {
    const answer = await submit.send(cancelBooking(booking.id, { revision: booking.revision, scope }))
    if (answer?.is === 'refused' && answer.problem.code === 'changed_meanwhile') reload()
    if (answer?.is !== 'good') return
    put(answer.value)
    toast(isAlone ? words.booking.cancelledAlone : words.booking.cancelled)
    onClose()
  }
  return (
    <Dialog
      title={words.booking.cancelTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" isBusy={submit.isSending} onClick={cancel}>
            {label}
          </Button>
          <Button onClick={onClose}>{words.booking.keep}</Button>
        </>
      }
    >
      <ScopeFields booking={booking} scope={scope} onChange={setScope} />
      <p>{isAlone ? words.booking.cancelWhatAlone : words.booking.cancelWhat}</p>
      <FailureNotice failure={submit.failure} />
    </Dialog>
  )
}
