import type { Caller } from './env.ts'
import { ZoomApiError } from './zoom-error.ts'

/** The scopes of which a call needs one: the new name, or the older, coarser one (docs/zoom-facts.md §2). */
export interface ScopeRequirement {
  /** `meeting:write:meeting` */
  readonly granular: string
  /** `meeting:write`; absent where only a granular scope exists. */
  readonly classic?: string
  /** The call concerns a whole account, so only `…:admin` and `…:master` will do. */
  readonly accountWide?: boolean
}

const classicName = /^[a-z_]+:[a-z_]+(:admin|:master)?$/

/** Refuses with 400/4711 a caller whose token holds none of the scopes that would do. */
export function requireScopes(
  caller: Pick<Caller, 'scopes'>,
  { granular, classic, accountWide = false }: ScopeRequirement,
): void {
  const holds = (name: string) =>
    caller.scopes.has(`${name}:admin`) ||
    (!accountWide && caller.scopes.has(name)) ||
    caller.scopes.has(`${name}:master`)
  if (holds(granular) || (classic !== undefined && holds(classic))) return
  // An app has either old or new scopes; Zoom names those that the app could add.
  const onClassicScopes = caller.scopes.size > 0 && [...caller.scopes].every((scope) => classicName.test(scope))
  const name = onClassicScopes && classic !== undefined ? classic : granular
  const wanted = accountWide ? [`${name}:admin`] : [name, `${name}:admin`]
  throw new ZoomApiError(400, 4711, `Invalid access token, does not contain scopes:[${wanted.join(', ')}].`)
}
