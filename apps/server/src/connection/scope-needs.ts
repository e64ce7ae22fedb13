import type { ConnectionView } from '@convene/booking/contract'
import type { Operation } from '@convene/zoom'
import { meetingsOperations } from '@convene/zoom/meetings'
import { usersOperations } from '@convene/zoom/users'

/** A call that the desk makes at Zoom; any one scope of the operation opens it. */
export interface ScopeNeed {
  readonly operation: Operation
  /** What does not work without it. */
  readonly for: string
  /** `false`: the desk books without it, and does less. */
  readonly isNeeded: boolean
}

/** Both ways of booking, and both ways of opening a meeting, need the same: the desk asks for no sign-in of a host. */
export const scopeNeeds: readonly ScopeNeed[] = [
  { operation: meetingsOperations.create, for: 'making meetings', isNeeded: true },
  { operation: meetingsOperations.get, for: 'reading link, passcode and start link of a meeting', isNeeded: true },
  { operation: meetingsOperations.list, for: 'finding meetings again, and those of others', isNeeded: true },
  { operation: meetingsOperations.update, for: 'changing meetings', isNeeded: true },
  { operation: meetingsOperations.delete, for: 'cancelling meetings', isNeeded: true },
  { operation: usersOperations.get, for: 'looking whether a host is still at Zoom', isNeeded: true },
  { operation: usersOperations.list, for: 'showing the users of the account, to make hosts of them', isNeeded: false },
  { operation: meetingsOperations.updateStatus, for: 'ending a meeting that overruns', isNeeded: false },
  { operation: meetingsOperations.invitation, for: "Zoom's own text of an invitation", isNeeded: false },
  {
    operation: usersOperations.getSettings,
    for: 'how many people a host holds, and what its passcodes must be like',
    isNeeded: false,
  },
]

export interface MissingScope extends Row {
  readonly isNeeded: boolean
}

type Row = ConnectionView['missingScopes'][number]

/** The needs that no granted scope meets, each in both forms: new apps have granular scopes, older ones classic (docs/zoom-facts.md §2). */
export function missingScopes(granted: readonly string[]): MissingScope[] {
  const have = new Set(granted)
  return scopeNeeds.flatMap(({ operation: { scopes }, for: use, isNeeded }) => {
    const { granular, classic } = scopes
    // Hosts are other users of the account than the one whose app this is: without `:admin` a scope opens that one alone.
    if ([...granular, ...classic].filter(isForAccount).some((scope) => have.has(scope))) return []
    return [{ classic: forAccount(classic), granular: forAccount(granular), for: use, isNeeded }]
  })
}

const isForAccount = (scope: string) => scope.endsWith(':admin')
const forAccount = (scopes: readonly string[]) => scopes.find(isForAccount) ?? ''
