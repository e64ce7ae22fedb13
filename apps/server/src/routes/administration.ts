import type { DeskRoute } from '../http/route.ts'
import { listApiKeys } from './api-keys/list.ts'
import { makeApiKey } from './api-keys/make.ts'
import { removeApiKey } from './api-keys/remove.ts'
import { listApprovals } from './approvals/list.ts'
import { exportAuditCsv, exportAuditJsonLines } from './audit/export.ts'
import { listAudit } from './audit/list.ts'
import { testZoomConnection } from './connection/test.ts'
import { listDrift } from './drift/list.ts'
import { acceptMeeting, chooseAmongEquals, restoreMeeting } from './drift/resolve.ts'
import { checkHost } from './hosts/check.ts'
import { listHosts } from './hosts/list.ts'
import { listZoomUsers } from './hosts/list-zoom-users.ts'
import { addHost, changeHost } from './hosts/save.ts'
import { listMails } from './mails/list.ts'
import { eraseMember } from './members/erase.ts'
import { exportMember } from './members/export.ts'
import { listMembers } from './members/list.ts'
import { addMember, changeMember } from './members/save.ts'
import { readPolicies } from './policies/read.ts'
import { allowPool, endPool, replacePolicies } from './policies/set.ts'
import { receiveZoomWebhook } from './zoom-webhooks/receive.ts'

/** What administrators do, and what Zoom tells. */
export const administration: readonly DeskRoute[] = [
  listHosts,
  listZoomUsers,
  addHost,
  changeHost,
  checkHost,
  listMembers,
  addMember,
  changeMember,
  eraseMember,
  exportMember,
  readPolicies,
  replacePolicies,
  allowPool,
  endPool,
  listApprovals,
  listDrift,
  restoreMeeting,
  acceptMeeting,
  chooseAmongEquals,
  listAudit,
  exportAuditCsv,
  exportAuditJsonLines,
  testZoomConnection,
  listApiKeys,
  makeApiKey,
  removeApiKey,
  listMails,
  receiveZoomWebhook,
]
