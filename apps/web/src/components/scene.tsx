import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useDesk } from '../shell/session.ts'

export interface SceneProps {
  /** The heading, and the title of the window. */
  readonly title: string
  /** One sentence below the heading. */
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

let isFirstScene = true

/**
 * One scene: at each change of the path the focus is on its heading, so that a screen reader says where one is; and so it is when what had
 * the focus is gone, a booking that was approved or the button that cancelled it, say.
 */
export function Scene({ title, lead, actions, children, class: extra }: SceneProps): VNode {
  const desk = useDesk()
  const heading = useRef<HTMLHeadingElement>(null)
  const focused = useRef<EventTarget | null>(null)
  useEffect(() => {
    document.title = `${title} – ${desk.name}`
  }, [title, desk.name])
  useEffect(() => {
    // The first one is where the browser begins to read anyway. A field may have taken the focus already.
    if (!isFirstScene && !document.activeElement?.matches('main input')) heading.current?.focus()
    isFirstScene = false
  }, [])
  useEffect(() => {
    const isLost = focused.current instanceof Node && !focused.current.isConnected
    if (isLost && document.activeElement === document.body) heading.current?.focus()
  })
  return (
    <div
      class={extra === undefined ? 'scene' : `scene ${extra}`}
      onFocusIn={({ target }) => {
        focused.current = target
      }}
    >
      <header class="scene-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
