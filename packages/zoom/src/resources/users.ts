import type { ListedUser, User, UserPage } from '../generated/types/schemas.ts'
import type { UsersApi, UsersGetInput, UsersListInput } from '../generated/types/users.ts'
import { usersOperations } from '../generated/users.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkOneOf } from './check.ts'
import { namesOf } from './check-input.ts'
import { checkNames } from './check-names.ts'
import { callOperation, createResource } from './create-resource.ts'
import { createPagedList, type PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'

const { get, list } = usersOperations

type WrittenHere = 'list' | 'get'

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
}

/** Makes `zoom.users`. */
export const users: ResourceFactory<UsersResource> = ({ requester }) => ({
  ...createResource<UsersApi>(requester, usersOperations),
  list: (input = {}, options) => {
    const { limit, ...query } = input
    return createPagedList({
      query,
      limit,
      fetchPage: async (pageQuery) => {
        checkNames(input, namesOf(list))
        checkOneOf('status', query.status, ['active', 'inactive', 'pending'])
        return await requester.request<UserPage>(list, { query: pageQuery }, options)
      },
      rowsOf: (page) => page.users,
    })
  },
  get: (input, options) => callOperation(requester, get, input, options),
  me: (options) => callOperation(requester, { ...get, id: 'users.me' }, { userId: 'me' }, options),
})
