import type { DeskRoute } from '../http/route.ts'
import { listApprovals } from './approvals/list.ts'
import { exportAuditCsv, exportAuditJsonLines } from './audit/export.ts'
import { listAudit } from './audit/list.ts'
import { testZoomConnection } from './connection/test.ts'
import { listHosts } from './hosts/list.ts'
import { listZoomUsers } from './hosts/list-zoom-users.ts'
import { listMails } from './mails/list.ts'
import { listMembers } from './members/list.ts'
import { readPolicies } from './policies/read.ts'
import { receiveZoomWebhook } from './zoom-webhooks/receive.ts'

/** What administrators do, and what Zoom tells. */
export const administration: readonly DeskRoute[] = [
  listHosts,
  listZoomUsers,
  listMembers,
  readPolicies,
  listApprovals,
  listAudit,
  exportAuditCsv,
  exportAuditJsonLines,
  testZoomConnection,
  listMails,
  receiveZoomWebhook,
]
