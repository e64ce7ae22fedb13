import type { VNode } from 'preact'
import type { Submit } from '../api/use-submit.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './notice.tsx'

export interface FormEndProps {
  readonly submit: Submit
  readonly onCancel: () => void
  /** What is typed in cannot be saved as it is. */
  readonly isOff?: boolean | undefined
}

/** The end of a form in a dialog: what went wrong, and the buttons that save or leave it. */
export function FormEnd({ submit, onCancel, isOff }: FormEndProps): VNode {
  const { common } = useWords()
  return (
    <>
      <FailureNotice failure={submit.failure} />
      <div class="actions">
        <Button kind="main" type="submit" isBusy={submit.isSending} isOff={isOff}>
          {common.save}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </>
  )
}
