import type { VNode } from 'preact'
import { useRoute } from 'preact-iso/router'
import { adoptStyles } from '../../components/adopt-styles.ts'
import { Notice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import type { AdminWords } from '../../languages/en/admin.ts'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { useWords } from '../../words/words.ts'
import admin from './admin.css' with { type: 'text' }
import { Approvals } from './approvals/approvals.tsx'
import { Audit } from './audit.tsx'
import connection from './connection.css' with { type: 'text' }
import { Connection } from './connection.tsx'
import drift from './drift.css' with { type: 'text' }
import { DriftPage } from './drift.tsx'
import hosts from './hosts/hosts.css' with { type: 'text' }
import { Hosts } from './hosts/hosts.tsx'
import { Members } from './members/members.tsx'
import { Override } from './override.tsx'
import { adminParts } from './parts.ts'
import picking from './picking.css' with { type: 'text' }
import policies from './policies/policies.css' with { type: 'text' }
import { PoliciesPage } from './policies/policies.tsx'
import rows from './rows.css' with { type: 'text' }
import { adminWords } from './words.ts'

adoptStyles(admin + rows + picking + hosts + policies + drift + connection)

const scenes: Readonly<Record<string, () => VNode>> = {
  approvals: Approvals,
  hosts: Hosts,
  members: Members,
  policies: PoliciesPage,
  drift: DriftPage,
  override: Override,
  connection: Connection,
  audit: Audit,
} satisfies Readonly<Record<Exclude<keyof AdminWords['nav'], 'label'>, () => VNode>>

export default function Admin(): VNode {
  return (
    <adminWords.With>
      <Chosen />
    </adminWords.With>
  )
}

/** The page that the path names; without one the first that the member may see. */
function Chosen(): VNode {
  const { params } = useRoute()
  const { shell, problems } = useWords()
  const me = useMe()
  const mine = adminParts.filter(({ role }) => isAtLeast(me, role))
  const part = mine.find(({ name }) => name === (params.part ?? mine[0]?.name))
  const Part = part && scenes[part.name]
  if (Part === undefined)
    return (
      <Scene title={shell.administration}>
        <Notice kind="warning">
          <p>
            {adminParts.some(({ name }) => name === params.part) || mine.length === 0
              ? problems.not_allowed
              : shell.notHereRemedy}
          </p>
        </Notice>
      </Scene>
    )
  return <Part key={part?.name} />
}
