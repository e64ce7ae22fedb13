import type { Role } from '@convene/booking/contract'
import type { AdminWords } from '../../languages/en/admin.ts'

/** The pages of administration in the order of the navigation, each for members of a role on. */
export const adminParts: readonly { readonly name: keyof AdminWords['nav'] & string; readonly role: Role }[] = [
  { name: 'approvals', role: 'manager' },
  { name: 'hosts', role: 'admin' },
  { name: 'members', role: 'admin' },
  { name: 'policies', role: 'admin' },
  { name: 'drift', role: 'admin' },
  { name: 'override', role: 'admin' },
  { name: 'connection', role: 'admin' },
  { name: 'audit', role: 'admin' },
]
