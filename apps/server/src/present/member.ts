import type { Member } from '@convene/booking'
import type { MemberView } from '@convene/booking/contract'
import { presentMe } from './session.ts'

export function presentMember(member: Member): MemberView {
  return { ...presentMe(member), needsApproval: member.needsApproval, isActive: member.isActive }
}
