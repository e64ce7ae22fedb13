import type { ComponentChildren, VNode } from 'preact'
import type { Failure } from '../api/answer.ts'
import { sayFailure } from '../words/problems.ts'
import { useSpeech } from '../words/words.ts'
import { classes } from './classes.ts'

export interface NoticeProps {
  readonly kind: 'good' | 'note' | 'warning' | 'error'
  readonly title?: string | undefined
  readonly children?: ComponentChildren
  /** Said at once to whoever listens to the page. */
  readonly isLive?: boolean | undefined
}

/** A message in the page, told apart by a word, a sign and a colour. */
export function Notice({ kind, title, children, isLive = false }: NoticeProps): VNode {
  const role = isLive ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div class={classes('notice', `notice-${kind}`)} role={role}>
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  )
}

/** Why something did not work, with the remedy; nothing where it did. */
export function FailureNotice({ failure }: { readonly failure: Failure | undefined }): VNode | null {
  const speech = useSpeech()
  if (failure === undefined) return null
  return (
    <Notice kind="error" isLive>
      <p>{sayFailure(failure, speech)}</p>
    </Notice>
  )
}
