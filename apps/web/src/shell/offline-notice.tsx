import type { VNode } from 'preact'
import type { Failure } from '../api/answer.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/notice.tsx'
import { useWords } from '../words/words.ts'

/** The desk has not answered yet: there is nothing else to show. */
export function OfflineNotice(props: { readonly failure: Failure | undefined; readonly onRetry: () => void }): VNode {
  const { shell, common } = useWords()
  return (
    <main class="scene scene-alone">
      <h1>{props.failure === undefined ? common.loading : shell.noDesk}</h1>
      <FailureNotice failure={props.failure} />
      {props.failure && (
        <Button kind="main" onClick={props.onRetry}>
          {common.again}
        </Button>
      )}
    </main>
  )
}
