import type { User } from '../domain/entities.ts'
import { roleName } from '../domain/roles.ts'
import { formatInstant } from '../domain/time.ts'
import { loginTypeOf } from '../domain/user-create.ts'

/** A user in a list. What is not known is absent, never null (docs/zoom-facts.md §4). */
export interface UserRow {
  readonly id: string
  readonly first_name: string
  readonly last_name: string
  readonly display_name: string
  readonly email: string
  readonly type: User['type']
  readonly pmi?: number
  readonly timezone: string
  readonly verified: 0 | 1
  readonly dept?: string
  readonly created_at: string
  readonly user_created_at: string
  readonly last_login_time?: string
  readonly language: string
  readonly status: User['status']
  readonly role_id: string
  readonly plan_united_type?: unknown
  readonly employee_unique_id?: unknown
}

/** A user alone: the list's fields and some more; what is kept of the profile comes as it was sent. */
export interface UserAnswer extends UserRow {
  readonly role_name: string
  readonly use_pmi: boolean
  readonly account_id: string
  readonly cluster: string
  readonly jid: string
  readonly login_types: readonly number[]
  readonly personal_meeting_url?: string
  readonly vanity_url?: string
  readonly pic_url?: string
}

export function presentUserRow(user: User): UserRow {
  const createdAt = formatInstant(user.createdAt)
  const { plan_united_type: plan, employee_unique_id: employee } = user.profile ?? {}
  return {
    id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    display_name: user.displayName,
    email: user.email,
    type: user.type,
    ...(hasRoom(user) && { pmi: user.pmi }),
    timezone: user.timeZone,
    verified: user.status === 'pending' ? 0 : 1,
    ...(user.department && { dept: user.department }),
    created_at: createdAt,
    user_created_at: createdAt,
    ...(user.lastLoginAt !== undefined && { last_login_time: formatInstant(user.lastLoginAt) }),
    language: user.language,
    status: user.status,
    role_id: user.roleId,
    ...(plan !== undefined && { plan_united_type: plan }),
    ...(employee !== undefined && { employee_unique_id: employee }),
  }
}

export interface UserView {
  /** Where links to meetings begin. */
  readonly baseUrl: string
  /** Whether instant meetings take place in the personal room. */
  readonly usesPmi: boolean
}

export function presentUser(user: User, { baseUrl, usesPmi }: UserView): UserAnswer {
  return {
    ...presentUserRow(user),
    ...user.profile,
    role_name: roleName(user.roleId),
    use_pmi: usesPmi,
    account_id: user.accountId,
    cluster: 'emulated',
    jid: `${user.id.toLowerCase()}@xmpp.zoom.us`,
    login_types: [loginTypeOf(user)],
    ...(hasRoom(user) && { personal_meeting_url: `${baseUrl}/j/${user.pmi}` }),
    ...(user.vanityName && { vanity_url: `${baseUrl}/my/${user.vanityName}` }),
    ...(user.pictureId && { pic_url: `${baseUrl}/p/${user.id}/${user.pictureId}` }),
  }
}

/** Who has no licence for meetings has no personal room either. */
function hasRoom({ type }: User): boolean {
  return type === 1 || type === 2
}
