import { type AuditFormat, exportAudit } from '../../audit/export.ts'
import { readAudit } from '../../audit/read-audit.ts'
import { type DeskRoute, memberRoute } from '../../http/route.ts'
import { auditQuery } from '../../schemas/audit.ts'

const types: Readonly<Record<AuditFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl',
}

function exportRoute(format: AuditFormat, summary: string): DeskRoute {
  return memberRoute(
    {
      method: 'get',
      path: `/api/v1/audit.${format}`,
      tag: 'Administration',
      summary,
      scope: 'admin:read',
      role: 'admin',
      query: auditQuery,
      answers: { 200: { description: 'The log as a file', type: types[format] } },
    },
    ({ context, query }) =>
      new Response(exportAudit(readAudit(context.store, query), format), {
        headers: {
          'content-type': types[format],
          'content-disposition': `attachment; filename="audit.${format}"`,
        },
      }),
  )
}

export const exportAuditCsv: DeskRoute = exportRoute('csv', 'The log for a spreadsheet')
export const exportAuditJsonLines: DeskRoute = exportRoute('jsonl', 'The log for programs, one entry a line')
