import { invalidInput } from '../errors.ts'
import type { CreatedUser, ListedUser, User, UserPage } from '../generated/types/schemas.ts'
import type {
  UsersApi,
  UsersCreateInput,
  UsersGetInput,
  UsersGetPermissionsAnswer,
  UsersGetSettingsAnswer,
  UsersGetSettingsInput,
  UsersGetTokenAnswer,
  UsersGetTokenInput,
  UsersListAssistantsAnswer,
  UsersListInput,
  UsersListSchedulersAnswer,
  UsersUpdateSettingsInput,
} from '../generated/types/users.ts'
import { usersOperations as operations } from '../generated/users.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkOneOf, checkText } from './check.ts'
import { checkRegistrant } from './check-registrant.ts'
import { callOperation, createResource, listRows } from './create-resource.ts'
import { type HostInput, type OfHost, ofMe } from './host-input.ts'
import type { PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'

const { get, list, create } = operations

type WrittenHere = 'list' | 'get' | 'create' | OfMe

/** Calls about a user who is the one who signed in when nobody else is named. */
type OfMe = 'getSettings' | 'updateSettings' | 'getPermissions' | 'listAssistants' | 'listSchedulers' | 'getToken'

/** The users of the account. */
export interface UsersResource extends Omit<UsersApi, WrittenHere> {
  /**
   * The users of the account: `await` gives the first page, `for await` every user. One call a page. For administrators only.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const emails: string[] = []
   * for await (const user of zoom.users.list({ status: 'active' })) emails.push(user.email)
   * assert.ok(emails.includes('mei@example.com'))
   * ```
   */
  list(input?: UsersListInput, options?: CallOptions): PagedList<UserPage, ListedUser>
  /**
   * One user, by id, e-mail address or `me`. One call.
   *
   * @throws {ZoomError} `not_found` when the account has no such user.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const user = await zoom.users.get({ userId: 'mei@example.com' })
   * assert.equal(user.timezone, 'Asia/Taipei')
   * ```
   */
  get(input: UsersGetInput, options?: CallOptions): Promise<User>
  /**
   * The user who signed in; with a Server-to-Server app the owner of the account (docs/zoom-facts.md §1.5). One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { email } = await zoom.users.me()
   * assert.equal(email, 'owner@example.com')
   * ```
   */
  me(options?: CallOptions): Promise<User>
  /**
   * Adds a user to the account. With `create` Zoom writes an invitation, and the user is `pending` until it is answered. One call;
   * for administrators only.
   *
   * @throws {ZoomError} `invalid_input` before anything is sent; `zoom_refused` when the address is used already.
   */
  create(input: UsersCreateInput, options?: CallOptions): Promise<CreatedUser>
  /** The settings of a user; `option` chooses those of signing in or of security. One call. */
  getSettings(input?: OfHost<UsersGetSettingsInput>, options?: CallOptions): Promise<UsersGetSettingsAnswer>
  /** Changes the settings that are given. One call. */
  updateSettings(input: OfHost<UsersUpdateSettingsInput>, options?: CallOptions): Promise<void>
  /** What the user may do, by Zoom's names. One call. */
  getPermissions(input?: HostInput, options?: CallOptions): Promise<UsersGetPermissionsAnswer>
  /** The people who may schedule for the user. One call. */
  listAssistants(input?: HostInput, options?: CallOptions): Promise<UsersListAssistantsAnswer>
  /** The people for whom the user may schedule. One call. */
  listSchedulers(input?: HostInput, options?: CallOptions): Promise<UsersListSchedulersAnswer>
  /** A token that signs the user in to a meeting: a secret. One call. */
  getToken(input?: OfHost<UsersGetTokenInput>, options?: CallOptions): Promise<UsersGetTokenAnswer>
}

/** Makes `zoom.users`. */
export const users: ResourceFactory<UsersResource> = ({ requester }) => ({
  ...createResource<UsersApi>(requester, operations),
  list: (input, options) =>
    listRows(requester, list, { ...input }, options, () =>
      checkOneOf('status', input?.status, ['active', 'inactive', 'pending']),
    ),
  me: (options) => callOperation(requester, { ...get, id: 'users.me' }, { userId: 'me' }, options),
  create: (input, options) => callOperation(requester, create, input, options, () => checkNewUser(input)),
  getSettings: (input, options) => callOperation(requester, operations.getSettings, ofMe(input), options),
  updateSettings: (input, options) => callOperation(requester, operations.updateSettings, ofMe(input), options),
  getPermissions: (input, options) => callOperation(requester, operations.getPermissions, ofMe(input), options),
  listAssistants: (input, options) => callOperation(requester, operations.listAssistants, ofMe(input), options),
  listSchedulers: (input, options) => callOperation(requester, operations.listSchedulers, ofMe(input), options),
  getToken: (input, options) => callOperation(requester, operations.getToken, ofMe(input), options),
})

function checkNewUser({ action, user_info }: UsersCreateInput): void {
  checkOneOf('action', action, ['create', 'autoCreate', 'custCreate', 'ssoCreate'])
  const { email, first_name, last_name, display_name, password, type } = user_info
  checkRegistrant({ email, first_name, last_name }, 'user_info.')
  checkText('user_info.display_name', display_name, 128)
  checkOneOf('user_info.type', type, [1, 2, 4, 99])
  if (password !== undefined && action !== 'autoCreate')
    throw invalidInput('user_info.password', password, 'Only autoCreate takes one: leave it out, the user chooses one.')
  if (password !== undefined && (password.length < 8 || password.length > 32))
    throw invalidInput('user_info.password', password, 'Give 8 to 32 characters.')
}
