import type { PageEnvelope } from './page.ts'

/** A user's licence: 1 Basic (meetings end after 40 minutes), 2 Licensed, 4 unassigned, 99 none (made by single sign-on). */
export type UserType = 1 | 2 | 4 | 99

/** `active`; `inactive`: switched off by an administrator; `pending`: has not answered the invitation yet. */
export type UserStatus = 'active' | 'inactive' | 'pending'

/**
 * A way of signing in: 0 Facebook, 1 Google, 11 telephone number (China), 21 WeChat (China), 23 Alipay (China), 24 Apple,
 * 27 Microsoft, 97 mobile device, 98 RingCentral, 99 made by the API, 100 Zoom work e-mail, 101 single sign-on.
 */
export type LoginType = 0 | 1 | 11 | 21 | 23 | 24 | 27 | 97 | 98 | 99 | 100 | 101

/** Are the pronouns shown? 1 the user is asked each time, 2 always, 3 never. */
export type PronounsOption = 1 | 2 | 3

/** A field of the account's own about a user. */
export interface CustomAttribute {
  readonly key?: string
  readonly name?: string
  readonly value?: string
}

/** A user as a list shows it (docs/zoom-facts.md §4). A field that does not apply is absent, not null. */
export interface ListedUser {
  /** 22 characters; can be absent while the user is pending. */
  readonly id?: string
  readonly email: string
  readonly type: UserType
  readonly first_name?: string
  readonly last_name?: string
  readonly display_name?: string
  /** The personal meeting id. */
  readonly pmi?: number
  /** The zone of the user's profile; a wall time without a zone is read in it. */
  readonly timezone?: string
  /** Is the e-mail address verified? 1 yes, 0 no. */
  readonly verified?: 0 | 1
  readonly dept?: string
  /** @deprecated Use `user_created_at`. */
  readonly created_at?: string
  /** UTC with `Z`. */
  readonly user_created_at?: string
  /** UTC with `Z`. */
  readonly last_login_time?: string
  readonly last_client_version?: string
  /** For instance `en-US`; Zoom's texts follow it. */
  readonly language?: string
  readonly status?: UserStatus
  readonly role_id?: string
  readonly group_ids?: readonly string[]
  readonly im_group_ids?: readonly string[]
  readonly division_ids?: readonly string[]
  readonly employee_unique_id?: string
  /** Lets its owner take over as host: a secret. Only with `include_fields: 'host_key'`. */
  readonly host_key?: string
  /** Only with `include_fields: 'custom_attributes'`. */
  readonly custom_attributes?: readonly CustomAttribute[]
  /** The Zoom plan, as a number written as text. */
  readonly plan_united_type?: string
  readonly license_info_list?: readonly unknown[]
}

/** A telephone number of a user. */
export interface UserPhoneNumber {
  /** Country calling code: `+1`. */
  readonly code?: string
  /** Two-letter code. */
  readonly country?: string
  readonly label?: 'Mobile' | 'Office' | 'Home' | 'Fax'
  readonly number?: string
  readonly verified?: boolean
}

/** A user as `get` and `me` answer it: the fields of the list, and these. */
export interface User extends Omit<ListedUser, 'id' | 'email'> {
  readonly id: string
  readonly email?: string
  readonly role_name?: string
  /** Are instant meetings held in the personal room? */
  readonly use_pmi?: boolean
  readonly account_id?: string
  readonly account_number?: number
  readonly cms_user_id?: string
  readonly company?: string
  /** Address in Zoom's chat. */
  readonly jid?: string
  readonly job_title?: string
  readonly cost_center?: string
  readonly location?: string
  readonly login_types?: readonly LoginType[]
  /** E-mail address of the manager. */
  readonly manager?: string
  readonly personal_meeting_url?: string
  /** @deprecated Use `phone_numbers`. */
  readonly phone_country?: string
  /** @deprecated Use `phone_numbers`. */
  readonly phone_number?: string
  readonly phone_numbers?: readonly UserPhoneNumber[]
  readonly pic_url?: string
  readonly pronouns?: string
  readonly pronouns_option?: PronounsOption
  readonly vanity_url?: string
  /** The group of servers the user belongs to: `us04`. */
  readonly cluster?: string
  /** Zoom One plan, as Zoom's number. */
  readonly zoom_one_type?: number
}

/** What `users.list` takes; Zoom's own parameters and `limit`. */
export interface ListUsersInput {
  /** Default `active`. */
  readonly status?: UserStatus | undefined
  /** Only users of this role. */
  readonly role_id?: string | undefined
  /** Adds a field that is otherwise left out. */
  readonly include_fields?: 'custom_attributes' | 'host_key' | undefined
  /** Only users with this licence. */
  readonly license?: 'zoom_workforce_management' | 'zoom_compliance_management' | undefined
  /** Rows a page, 1 to 300. Zoom's default is 30; going through all rows asks for 300. */
  readonly page_size?: number | undefined
  /** The older way to ask for a page, from 1. */
  readonly page_number?: number | undefined
  /** Starts at the page this token names; a token lives 15 minutes. */
  readonly next_page_token?: string | undefined
  /** The most rows that `for await` gives. */
  readonly limit?: number | undefined
}

/** What `users.get` takes. */
export interface GetUserInput {
  /** User id, e-mail address, or `me`. */
  readonly userId: string
  /** Which sign-in of the user, where there are several with one address. */
  readonly login_type?: LoginType | undefined
  /** Is the address in `userId` encrypted? */
  readonly encrypted_email?: boolean | undefined
  /** Is `userId` the employee's unique id? */
  readonly search_by_unique_id?: boolean | undefined
}

/** One page of users, as Zoom answers it. */
export interface UserPage extends PageEnvelope {
  readonly users: readonly ListedUser[]
}
