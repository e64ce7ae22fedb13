import { approvals } from './admin/approvals.ts'
import { audit } from './admin/audit.ts'
import { connection } from './admin/connection.ts'
import { drift } from './admin/drift.ts'
import { hosts } from './admin/hosts.ts'
import { members } from './admin/members.ts'
import { override } from './admin/override.ts'
import { policies } from './admin/policies.ts'

/** What the pages of administration say. */
export const words: AdminWords = {
  nav: {
    label: 'Administration',
    approvals: 'Approvals',
    hosts: 'Hosts',
    members: 'Members',
    policies: 'Rules',
    drift: 'Changed at Zoom',
    override: 'Override',
    connection: 'Connection',
    audit: 'Log',
  },
  approvals,
  audit,
  connection,
  drift,
  hosts,
  members,
  override,
  policies,
}

export interface AdminWords {
  readonly nav: {
    readonly label: string
    readonly approvals: string
    readonly hosts: string
    readonly members: string
    readonly policies: string
    readonly drift: string
    readonly override: string
    readonly connection: string
    readonly audit: string
  }
  readonly approvals: typeof approvals
  readonly audit: typeof audit
  readonly connection: typeof connection
  readonly drift: typeof drift
  readonly hosts: typeof hosts
  readonly members: typeof members
  readonly override: typeof override
  readonly policies: typeof policies
}
