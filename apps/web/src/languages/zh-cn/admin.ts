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
    approvals: '批准',
    hosts: '主持人',
    members: '成员',
    policies: '规则',
    drift: '在 Zoom 的更改',
    override: '另外预约',
    connection: '连接',
    audit: '审计日志',
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
