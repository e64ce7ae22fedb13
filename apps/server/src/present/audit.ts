import type { AuditEntry } from '@convene/booking'
import type { AuditView } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

/** @param nameOf the name of a member, while the desk keeps it */
export function presentAudit(
  { id, at, by, what, thing, details }: AuditEntry,
  nameOf: (memberId: string) => string | undefined,
): AuditView {
  return { id, at: presentInstant(at), by, byName: nameOf(by) ?? null, what, thing, details }
}
