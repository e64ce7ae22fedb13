import type { ConnectionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { testConnection } from '../../api/administration-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { AdminScene } from './admin-scene.tsx'
import { adminWords } from './words.ts'

/** Whether Zoom lets the desk do what it needs, and what to do where it does not. */
export function Connection(): VNode {
  const { connection: words } = adminWords.use()
  const submit = useSubmit()
  const [tested, setTested] = useState<ConnectionView | undefined>(undefined)

  async function test(): Promise<void> {
    const answer = await submit.send(testConnection())
    setTested(answer?.is === 'good' ? answer.value : undefined)
  }

  return (
    <AdminScene part="connection" lead={words.lead}>
      <div class="actions">
        <Button kind="main" isBusy={submit.isSending} onClick={test}>
          {tested === undefined ? words.test : words.again}
        </Button>
        <p role="status">{submit.isSending && words.testing}</p>
      </div>
      <FailureNotice failure={submit.failure} />
      {tested && !submit.isSending && <Tested tested={tested} />}
    </AdminScene>
  )
}

function Tested({ tested }: { readonly tested: ConnectionView }): VNode {
  const { connection: words } = adminWords.use()
  const { steps, missingScopes, account, zoom } = tested
  const bad = steps.filter(({ result }) => result === 'bad').length
  const all = (form: 'granular' | 'classic'): string =>
    [...new Set(missingScopes.map((scope) => scope[form]))].join(' ')
  return (
    <>
      <Notice kind={bad === 0 ? 'good' : 'error'} title={bad === 0 ? words.allGood : words.bad(bad)} isLive>
        <p>
          {words.zoom[zoom]} {account !== null && words.account(account)}
        </p>
      </Notice>
      <ol class="steps panel">
        {steps.map(({ is, result, says }) => (
          <li key={is} class={`step step-${result}`}>
            <span class="step-mark" aria-hidden="true" />
            <div>
              <h2>
                {words.steps[is]} <span class="step-result">{words.results[result]}</span>
              </h2>
              <p lang="en">{says}</p>
            </div>
          </li>
        ))}
      </ol>
      {missingScopes.length > 0 && (
        <section class="panel">
          <h2>{words.missing}</h2>
          <p>{words.missingMore}</p>
          <Table
            caption={words.missing}
            columns={[
              { name: 'for', title: words.columns.for, cell: (scope) => <span lang="en">{scope.for}</span> },
              { name: 'granular', title: words.columns.granular, cell: ({ granular }) => <code>{granular}</code> },
              { name: 'classic', title: words.columns.classic, cell: ({ classic }) => <code>{classic}</code> },
            ]}
            rows={missingScopes}
            keyOf={({ granular, classic }) => `${granular} ${classic}`}
          />
          <div class="actions">
            <CopyButton text={all('granular')} label={words.copyGranular} />
            <CopyButton text={all('classic')} label={words.copyClassic} />
          </div>
        </section>
      )}
    </>
  )
}
