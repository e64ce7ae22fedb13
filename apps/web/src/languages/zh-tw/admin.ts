import type { AdminWords } from '../en/admin.ts'
import { approvals } from './admin/approvals.ts'
import { audit } from './admin/audit.ts'
import { connection } from './admin/connection.ts'
import { drift } from './admin/drift.ts'
import { hosts } from './admin/hosts.ts'
import { members } from './admin/members.ts'
import { override } from './admin/override.ts'
import { policies } from './admin/policies.ts'

export const words: AdminWords = {
  nav: {
    label: '管理',
    approvals: '核准',
    hosts: '主持人',
    members: '成員',
    policies: '規則',
    drift: '在 Zoom 的變更',
    override: '另外預約',
    connection: '連線',
    audit: '稽核記錄',
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
