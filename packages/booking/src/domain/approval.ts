import type { Host } from './host.ts'
import type { Member, Role } from './member.ts'
import type { Policies } from './policies.ts'

/** Whether a booking waits for a manager: by its member, or by its host for those who could not decide themselves. */
export function needsApproval(member: Member, host: Pick<Host, 'id'>, { approvalForHosts }: Policies): boolean {
  return member.needsApproval || (!isAtLeast(member, 'manager') && approvalForHosts.includes(host.id))
}

const order: readonly Role[] = ['member', 'manager', 'admin']

/** Whether an active member has this role or a higher one. */
export function isAtLeast({ role, isActive }: Pick<Member, 'role' | 'isActive'>, least: Role): boolean {
  return isActive && order.indexOf(role) >= order.indexOf(least)
}
