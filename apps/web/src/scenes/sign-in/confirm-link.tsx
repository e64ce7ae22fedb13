import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { confirmSignIn } from '../../api/session-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useWords } from '../../words/words.ts'

export interface ConfirmLinkProps {
  readonly token: string
  readonly onDone: (session: SessionView) => void
  readonly onNewLink: () => void
}

/** What a mail's link opens. Mail scanners open links too, so that only a click signs in. */
export function ConfirmLink({ token, onDone, onNewLink }: ConfirmLinkProps): VNode {
  const { signIn } = useWords()
  const submit = useSubmit()
  const confirm = async (): Promise<void> => {
    const answer = await submit.send(confirmSignIn({ token }))
    if (answer?.is === 'good') onDone(answer.value)
  }
  return (
    <Scene title={signIn.confirmTitle} lead={signIn.confirmLead} class="scene-alone">
      <FailureNotice failure={submit.failure} />
      {submit.problem?.code === 'link_expired' ? (
        <Button kind="main" onClick={onNewLink}>
          {signIn.newLink}
        </Button>
      ) : (
        <Button kind="main" isBusy={submit.isSending} onClick={confirm}>
          {signIn.confirm}
        </Button>
      )}
    </Scene>
  )
}
