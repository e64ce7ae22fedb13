import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useWords } from '../words/words.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** The buttons at its end. */
  readonly actions?: ComponentChildren
  readonly isWide?: boolean | undefined
}

/** A question over the page. While it is there the rest cannot be reached; Escape closes it, and the focus goes back. */
export function Dialog({ title, onClose, children, actions, isWide = false }: DialogProps): VNode {
  const words = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    // The element is gone before it could be closed, which would do this.
    return () => opener instanceof HTMLElement && opener.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button button-quiet" aria-label={words.common.close} onClick={onClose}>
          <span aria-hidden="true" class="cross" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
      {actions && <footer class="actions">{actions}</footer>}
    </dialog>
  )
}
