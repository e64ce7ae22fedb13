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
    label: 'Yönetim',
    approvals: 'Onaylar',
    hosts: 'Toplantı sahipleri',
    members: 'Üyeler',
    policies: 'Kurallar',
    drift: 'Zoom’da değişenler',
    override: 'Kural dışı',
    connection: 'Bağlantı sınaması',
    audit: 'Denetim kaydı',
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
