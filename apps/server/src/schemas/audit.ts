import type { AuditOrder } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import type { AuditRange } from '../audit/read-audit.ts'
import { type PageQuery, pageFields, queryInstant } from './common.ts'

/** After every instant that the desk knows. */
const end = Date.parse('9999-12-31T00:00:00Z')

const rangeFields = {
  from: queryInstant.default(0).openapi({ description: 'From then on' }),
  to: queryInstant.default(end).openapi({ description: 'Until before then' }),
}

export const auditQuery: z.ZodType<AuditRange> = z.object(rangeFields)
export const auditPageQuery: z.ZodType<AuditRange & PageQuery & { readonly order: AuditOrder }> = z.object({
  ...rangeFields,
  order: z.enum(['oldest', 'newest']).default('oldest').openapi({ description: 'Which entries come first' }),
  ...pageFields,
})
