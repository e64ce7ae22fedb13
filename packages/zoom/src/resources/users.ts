import type { CallOptions, Operation, Requester } from '../http/operation.ts'
import { createPagedList, type PagedList } from './page.ts'
import type { GetUserInput, ListedUser, ListUsersInput, User, UserPage } from './user-types.ts'

const list: Operation = {
  id: 'users',
  method: 'GET',
  path: '/users',
  repeat: 'safe',
  scopes: { granular: ['user:read:list_users:admin'], classic: ['user:read:admin'] },
  answers: ['users'],
}

const get: Operation = {
  id: 'user',
  method: 'GET',
  path: '/users/{userId}',
  repeat: 'safe',
  scopes: {
    granular: ['user:read:user', 'user:read:user:admin'],
    classic: ['user:read', 'user:read:admin', 'user_info:read'],
  },
  answers: ['id', 'type'],
}

/** The users of the account. */
export interface UsersResource {
  /** The users of the account, page by page: `await` gives the first page, `for await` every user. For administrators only. */
  list(input?: ListUsersInput, options?: CallOptions): PagedList<UserPage, ListedUser>
  /** One user, by id, e-mail address or `me`. */
  get(input: GetUserInput, options?: CallOptions): Promise<User>
  /** The user who signed in; with a Server-to-Server app the owner of the app (docs/zoom-facts.md §1.5). */
  me(options?: CallOptions): Promise<User>
}

export function createUsers(requester: Requester): UsersResource {
  return {
    list: ({ limit, ...query } = {}, options) =>
      createPagedList<UserPage, ListedUser>({
        fetchPage: (token) =>
          requester.request(list, { query: { ...query, next_page_token: token ?? query.next_page_token } }, options),
        rowsOf: (page) => page.users,
        limit,
      }),
    get: ({ userId, ...query }, options) => requester.request(get, { path: { userId }, query }, options),
    me: (options) => requester.request(get, { path: { userId: 'me' } }, options),
  }
}
