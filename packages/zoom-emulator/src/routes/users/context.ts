import type { User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import { hasExpiredInvitation } from '../../domain/user-create.ts'
import type { Ctx } from '../../http/context.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { WriteLocks } from '../../http/write-locks.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentUserEvent } from '../../present/event-user.ts'

/** What every route of users gets. */
export interface UserRoutes {
  readonly emulator: Emulator
  readonly links: TokenSigner
  readonly locks: WriteLocks
}

/** The user of the path, whatever became of the invitation (docs/zoom-facts.md §1.5). */
export function anyUser({ emulator }: Pick<UserRoutes, 'emulator'>, context: Ctx): User {
  return resolveUser(emulator, context.env.caller, context.req.param('userId') ?? '')
}

/** The user of the path; of a pending one whose invitation is over nothing can be asked: 400/1120. */
export function findUser(routes: Pick<UserRoutes, 'emulator'>, context: Ctx): User {
  const user = anyUser(routes, context)
  if (!hasExpiredInvitation(user, routes.emulator.clock.now())) return user
  throw new ZoomApiError(400, 1120, 'A valid invitation to join the Zoom account was not found for this user.')
}

/** The users of the caller's account. */
export function* usersOf({ store }: Emulator, { id }: { readonly id: string }): Generator<User, void> {
  for (const user of store.users.values()) if (user.accountId === id) yield user
}

/** 400/200. */
export function forbidden(message: string): ZoomApiError {
  return new ZoomApiError(400, 200, message)
}

/** Refuses a member's own app where the account keeps profiles to its administrators. */
export function requireProfileRight({ account, accountWide }: Caller, what: string): void {
  if (account.profilesLocked && !accountWide) throw forbidden(`Only an account administrator can change ${what}.`)
}

/** The word, or 400/300 on the parameter; nothing and the empty text give `byDefault`. */
export function queryWord<Word extends string>(
  context: Ctx,
  name: string,
  words: readonly Word[],
  byDefault: Word | undefined,
): Word | undefined {
  const asked = context.req.query(name)
  if (!asked) return byDefault
  const word = words.find((known) => known === asked)
  if (!word) throw validationFailed([invalidParameter(name)])
  return word
}

/** Whether a parameter says `true`, in any case: Python writes `True`. */
export function queryFlag(context: Ctx, name: string): boolean {
  const asked = context.req.query(name)?.toLowerCase() || 'false'
  if (asked !== 'true' && asked !== 'false') throw validationFailed([invalidParameter(name)])
  return asked === 'true'
}

/** Tells subscribers what became of a user; who did it is told of a new one alone (docs/zoom-facts.md §9). */
export function publishUser(
  { events }: Emulator,
  name: 'created' | 'deleted' | 'disassociated' | 'activated' | 'deactivated' | 'invitation_accepted',
  user: User,
  more?: () => Record<string, unknown>,
): void {
  events.publish(`user.${name}`, user.accountId, () => ({ ...more?.(), object: presentUserEvent(user) }))
}
