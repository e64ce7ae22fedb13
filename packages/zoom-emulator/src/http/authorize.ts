import type { OperationData } from '../generated/operations.ts'
import type { Caller } from './env.ts'
import { ZoomApiError } from './zoom-error.ts'

const classicName = /^[a-z_]+:[a-z_]+(:admin|:master)?$/

/**
 * Refuses with 400/4711 a caller whose token holds none of the operation's scopes, new or old (docs/zoom-facts.md §2). Where no
 * source names a scope, every token will do.
 */
export function requireScopes(
  caller: Pick<Caller, 'scopes'>,
  { granular, classic }: Pick<OperationData, 'granular' | 'classic'>,
): void {
  const holds = (name: string) => caller.scopes.has(name) || caller.scopes.has(masterOf(name))
  if (granular.some(holds) || classic.some(holds) || granular.length + classic.length === 0) return
  // An app has either old or new scopes; Zoom names those that the app could add.
  const onClassicScopes = caller.scopes.size > 0 && [...caller.scopes].every((scope) => classicName.test(scope))
  const wanted = (onClassicScopes && classic.length > 0) || granular.length === 0 ? classic : granular
  throw new ZoomApiError(400, 4711, `Invalid access token, does not contain scopes:[${wanted.join(', ')}].`)
}

/** A scope for sub accounts opens what the account-wide one opens. */
function masterOf(name: string): string {
  return `${name.replace(/:admin$/, '')}:master`
}
