import type { User } from '../domain/entities.ts'
import { formatInstant } from '../domain/time.ts'

/** A user in a list. What is not known is absent, never null (docs/zoom-facts.md §4). */
export interface UserRow {
  readonly id: string
  readonly first_name: string
  readonly last_name: string
  readonly display_name: string
  readonly email: string
  readonly type: User['type']
  readonly pmi: number
  readonly timezone: string
  readonly verified: 0 | 1
  readonly dept?: string
  readonly created_at: string
  readonly user_created_at: string
  readonly last_login_time?: string
  readonly language: string
  readonly status: User['status']
  readonly role_id: string
}

/** A user alone: the list's fields and some more. */
export interface UserAnswer extends UserRow {
  readonly role_name: string
  readonly use_pmi: boolean
  readonly account_id: string
  readonly cluster: string
  readonly jid: string
  readonly login_types: readonly number[]
  readonly personal_meeting_url: string
}

export function presentUserRow(user: User): UserRow {
  const createdAt = formatInstant(user.createdAt)
  return {
    id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    display_name: user.displayName,
    email: user.email,
    type: user.type,
    pmi: user.pmi,
    timezone: user.timeZone,
    verified: user.status === 'pending' ? 0 : 1,
    ...(user.department && { dept: user.department }),
    created_at: createdAt,
    user_created_at: createdAt,
    ...(user.lastLoginAt !== undefined && { last_login_time: formatInstant(user.lastLoginAt) }),
    language: user.language,
    status: user.status,
    role_id: user.roleId,
  }
}

/** @param baseUrl where links to meetings begin. */
export function presentUser(user: User, baseUrl: string): UserAnswer {
  return {
    ...presentUserRow(user),
    role_name: roleNames[user.roleId] ?? 'Custom',
    use_pmi: false,
    account_id: user.accountId,
    cluster: 'emulated',
    jid: `${user.id.toLowerCase()}@xmpp.zoom.us`,
    login_types: [workEmail],
    personal_meeting_url: `${baseUrl}/j/${user.pmi}`,
  }
}

const roleNames: Readonly<Record<string, string>> = { 0: 'Owner', 1: 'Admin', 2: 'Member' }
const workEmail = 100
