import { readPage } from '../../audit/read-audit.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { auditView } from '../../schemas/administration.ts'
import { auditPageQuery } from '../../schemas/audit.ts'
import { pageOf } from '../../schemas/common.ts'

export const listAudit: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/audit',
    tag: 'Administration',
    summary: 'Who did what',
    scope: 'admin:read',
    role: 'admin',
    query: auditPageQuery,
    answers: { 200: { description: 'A page of the log', schema: pageOf(auditView) } },
  },
  async ({ context, query: { from, to, order, after, limit } }) => {
    const rows = await context.store.read((reading) =>
      readPage(reading, { from, to }, { after, limit: limit + 1, order }),
    )
    return json({ rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null })
  },
)
