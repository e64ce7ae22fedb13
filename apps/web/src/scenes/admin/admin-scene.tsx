import type { ComponentChildren, VNode } from 'preact'
import { Scene } from '../../components/scene.tsx'
import type { AdminWords } from '../../languages/en/admin.ts'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { adminParts } from './parts.ts'
import { adminWords } from './words.ts'

export interface AdminSceneProps {
  readonly part: keyof AdminWords['nav']
  readonly lead: string
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page of administration, beside the way to the others. */
export function AdminScene({ part, lead, actions, children }: AdminSceneProps): VNode {
  const { nav } = adminWords.use()
  const me = useMe()
  const parts = adminParts.filter(({ role }) => isAtLeast(me, role))
  return (
    <div class="admin">
      {parts.length > 1 && (
        <nav class="admin-nav" aria-label={nav.label}>
          <ul>
            {parts.map(({ name }) => (
              <li key={name}>
                <a href={`/admin/${name}`} aria-current={name === part ? 'page' : undefined}>
                  {nav[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Scene title={nav[part]} lead={lead} actions={actions}>
        {children}
      </Scene>
    </div>
  )
}
