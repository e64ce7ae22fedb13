import type { ListedUser, User, UserPage } from '../generated/types/schemas.ts'
import type { UsersGetInput as GetUserInput, UsersListInput as ListUsersInput } from '../generated/types/users.ts'
import type { CallOptions, Operation, Requester } from '../http/operation.ts'
import { checkOneOf } from './check.ts'
import { checkNames } from './check-names.ts'
import { createPagedList, type PagedList } from './page.ts'

const list: Operation = {
  id: 'users.list',
  method: 'GET',
  path: '/users',
  repeat: 'safe',
  scopes: { granular: ['user:read:list_users:admin'], classic: ['user:read:admin'] },
  answers: ['users'],
}

const get: Operation = {
  id: 'users.get',
  method: 'GET',
  path: '/users/{userId}',
  repeat: 'safe',
  scopes: {
    granular: ['user:read:user', 'user:read:user:admin'],
    classic: ['user:read', 'user:read:admin', 'user_info:read'],
  },
  answers: ['id', 'type'],
}

const me: Operation = { ...get, id: 'users.me' }

const listNames: readonly (keyof ListUsersInput)[] = [
  'status',
  'role_id',
  'include_fields',
  'license',
  'page_size',
  'page_number',
  'next_page_token',
  'limit',
]

/** The users of the account. */
export interface UsersResource {
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
  list(input?: ListUsersInput, options?: CallOptions): PagedList<UserPage, ListedUser>
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
  get(input: GetUserInput, options?: CallOptions): Promise<User>
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
}

export function createUsers(requester: Requester): UsersResource {
  return {
    list: (input = {}, options) => {
      const { limit, ...query } = input
      return createPagedList({
        query,
        limit,
        fetchPage: async (pageQuery) => {
          checkNames(input, listNames)
          checkOneOf('status', query.status, ['active', 'inactive', 'pending'])
          return await requester.request<UserPage>(list, { query: pageQuery }, options)
        },
        rowsOf: (page) => page.users,
      })
    },
    get: async (input, options) => {
      checkNames(input, ['userId', 'login_type', 'encrypted_email', 'search_by_unique_id'])
      const { userId, ...query } = input
      return await requester.request(get, { path: { userId }, query }, options)
    },
    me: (options) => requester.request(me, { path: { userId: 'me' } }, options),
  }
}
