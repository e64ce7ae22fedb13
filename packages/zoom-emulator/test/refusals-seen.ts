import { appendFileSync } from 'node:fs'
import type { OperationReply } from '../src/index.ts'

const seen = new Set<string>()

/**
 * Writes each refusal into the file that CONVENE_REFUSALS names, one a line: `GET /users/{userId} 404 1001`. After a whole run
 * scripts/check-refusals.ts compares them with the documented ones.
 */
export function noteRefusal({ operation, status, body }: OperationReply): void {
  const file = process.env.CONVENE_REFUSALS
  if (!file || status < 400 || !body || !('code' in body)) return
  const line = `${operation} ${status} ${body.code}\n`
  if (seen.has(line)) return
  seen.add(line)
  appendFileSync(file, line)
}
