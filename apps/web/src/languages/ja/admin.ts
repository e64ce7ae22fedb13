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
    approvals: '承認',
    hosts: 'ホスト',
    members: 'メンバー',
    policies: 'ルール',
    drift: 'Zoom での変更',
    override: '別枠で予約',
    connection: '接続',
    audit: '監査ログ',
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
