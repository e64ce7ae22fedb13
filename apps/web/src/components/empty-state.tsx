import type { ComponentChildren, VNode } from 'preact'

export interface EmptyStateProps {
  readonly title: string
  readonly children?: ComponentChildren
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
