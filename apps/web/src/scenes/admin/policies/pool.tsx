import type { PoliciesView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { confirmPool, withdrawPool } from '../../../api/administration-calls.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { CheckField } from '../../../components/field.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { useSession } from '../../../shell/session.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'

export interface PoolProps {
  readonly policies: PoliciesView
  readonly put: (policies: PoliciesView) => void
}

/** Whether hosts are shared: what an administrator confirms for that is in sight before and after, with who did and when. */
export function Pool({ policies, put }: PoolProps): VNode {
  const { policies: all } = adminWords.use()
  const words = all.pool
  const { format } = useSpeech()
  const { reload } = useSession()
  const submit = useSubmit()
  const [isAgreed, setAgreed] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const { pool } = policies

  async function set(isConfirmed: boolean): Promise<void> {
    const answer = await submit.send(isConfirmed ? confirmPool() : withdrawPool())
    if (answer?.is !== 'good') return
    put(answer.value)
    setAgreed(false)
    setEnding(false)
    reload()
  }

  return (
    <section class="panel" aria-labelledby="pool">
      <h2 id="pool">{words.title}</h2>
      <p>
        <strong>
          {pool === null
            ? words.off
            : words.on(pool.confirmedByName ?? words.somebody, format.moment(pool.confirmedAt))}
        </strong>
      </p>
      <p>{words.why}</p>
      <div class="pool-text">
        <p>{words.text[0]}</p>
        <ul class="points">
          {words.text.slice(1).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      {pool === null && <CheckField label={words.agree} isChecked={isAgreed} onChange={setAgreed} />}
      {!isEnding && <FailureNotice failure={submit.failure} />}
      <div class="actions">
        {pool === null ? (
          <Button kind="main" isBusy={submit.isSending} isOff={!isAgreed} onClick={() => set(true)}>
            {words.confirm}
          </Button>
        ) : (
          <Button kind="danger" onClick={() => setEnding(true)}>
            {words.withdraw}
          </Button>
        )}
      </div>
      {isEnding && (
        <Dialog
          title={words.withdrawTitle}
          onClose={() => setEnding(false)}
          actions={
            <>
              <Button kind="danger" isBusy={submit.isSending} onClick={() => set(false)}>
                {words.withdraw}
              </Button>
              <Button onClick={() => setEnding(false)}>{words.withdrawKeep}</Button>
            </>
          }
        >
          <p>{words.withdrawText}</p>
          <FailureNotice failure={submit.failure} />
        </Dialog>
      )}
    </section>
  )
}
