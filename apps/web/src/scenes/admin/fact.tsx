import type { ComponentChildren, VNode } from 'preact'

/** One line of a `<dl class="admin-facts">`. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
