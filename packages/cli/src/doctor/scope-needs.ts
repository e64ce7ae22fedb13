import type { Operation } from '@convene/zoom'
import { meetingsOperations } from '@convene/zoom/meetings'
import { usersOperations } from '@convene/zoom/users'

/** What a command asks of Zoom; any one scope of the operation opens it. */
export interface ScopeNeed {
  readonly command: string
  readonly operation: Operation
}

export const scopeNeeds: readonly ScopeNeed[] = [
  { command: 'meetings create', operation: meetingsOperations.create },
  { command: 'meetings get', operation: meetingsOperations.get },
  { command: 'meetings list', operation: meetingsOperations.list },
  { command: 'meetings update', operation: meetingsOperations.update },
  { command: 'meetings delete', operation: meetingsOperations.delete },
  { command: 'meetings end', operation: meetingsOperations.updateStatus },
  { command: 'meetings invitation', operation: meetingsOperations.invitation },
  { command: 'meetings invite-links', operation: meetingsOperations.inviteLinks },
  { command: 'doctor (licence and zone)', operation: usersOperations.get },
  { command: 'users list', operation: usersOperations.list },
]

/** The needs that no granted scope meets, each with the name to add: the granular one, which new apps have to use. */
export function missingScopes(
  granted: readonly string[],
  accountWide: boolean,
): { readonly command: string; readonly scope: string; readonly adminOnly: boolean }[] {
  const have = new Set(granted)
  return scopeNeeds.flatMap(({ command, operation: { scopes } }) => {
    const { granular, classic } = scopes
    if ([...granular, ...classic].some((scope) => have.has(scope))) return []
    const adminOnly = granular.every(isForAccount)
    const scope = granular.find((one) => isForAccount(one) === (accountWide || adminOnly)) ?? ''
    return [{ command, scope, adminOnly }]
  })
}

const isForAccount = (scope: string) => scope.endsWith(':admin')
