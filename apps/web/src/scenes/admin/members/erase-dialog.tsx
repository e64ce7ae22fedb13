import type { MemberView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { eraseMember, memberDataAddress } from '../../../api/administration-calls.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { CheckField } from '../../../components/field.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { adminWords } from '../words.ts'

export interface EraseDialogProps {
  readonly member: MemberView
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks, before somebody is erased, and says what goes and what stays. */
export function EraseDialog({ member, onClose, onDone }: EraseDialogProps): VNode {
  const { members: words } = adminWords.use()
  const toast = useToast()
  const submit = useSubmit()
  const [isSure, setSure] = useState(false)

  async function erase(): Promise<void> {
    const answer = await submit.send(eraseMember(member.id))
    if (answer?.is !== 'good') return
    toast(words.erased)
    onDone()
  }

  return (
    <Dialog
      title={words.eraseTitle(member.name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" isBusy={submit.isSending} isOff={!isSure} onClick={erase}>
            {words.eraseDo}
          </Button>
          <Button onClick={onClose}>{words.eraseKeep}</Button>
        </>
      }
    >
      <Points title={words.eraseGoes} points={words.eraseGoesList} />
      <Points title={words.eraseStays} points={words.eraseStaysList} />
      <p>{words.eraseNoWayBack}</p>
      <p>
        <ButtonLink href={memberDataAddress(member.id)} download>
          {words.exportFirst(member.name)}
        </ButtonLink>
      </p>
      <CheckField label={words.eraseSure} isChecked={isSure} onChange={setSure} />
      <FailureNotice failure={submit.failure} />
    </Dialog>
  )
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }): VNode {
  return (
    <div>
      <h3>{title}</h3>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
