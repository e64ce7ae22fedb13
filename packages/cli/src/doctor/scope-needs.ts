/** What a command asks of Zoom, and the scopes of which any one opens it (docs/zoom-facts.md §2). */
export interface ScopeNeed {
  readonly command: string
  readonly granular: string
  readonly classic: string
  /** Only administrators' scopes open it. */
  readonly adminOnly?: boolean
}

export const scopeNeeds: readonly ScopeNeed[] = [
  { command: 'meetings create', granular: 'meeting:write:meeting', classic: 'meeting:write' },
  { command: 'meetings get', granular: 'meeting:read:meeting', classic: 'meeting:read' },
  { command: 'meetings list', granular: 'meeting:read:list_meetings', classic: 'meeting:read' },
  { command: 'meetings update', granular: 'meeting:update:meeting', classic: 'meeting:write' },
  { command: 'meetings delete', granular: 'meeting:delete:meeting', classic: 'meeting:write' },
  { command: 'meetings end', granular: 'meeting:update:status', classic: 'meeting:write' },
  { command: 'meetings invitation', granular: 'meeting:read:invitation', classic: 'meeting:read' },
  { command: 'meetings invite-links', granular: 'meeting:write:invite_links', classic: 'meeting:write' },
  { command: 'doctor (licence and zone)', granular: 'user:read:user', classic: 'user:read' },
  { command: 'users list', granular: 'user:read:list_users', classic: 'user:read', adminOnly: true },
]

/** The needs that no granted scope meets, each with the name to add. */
export function missingScopes(
  granted: readonly string[],
  accountWide: boolean,
): { readonly command: string; readonly scope: string; readonly adminOnly: boolean }[] {
  const have = new Set(granted)
  return scopeNeeds
    .filter(({ granular, classic, adminOnly }) => {
      const own = adminOnly ? [] : [granular, classic]
      return ![...own, `${granular}:admin`, `${classic}:admin`].some((scope) => have.has(scope))
    })
    .map(({ command, granular, adminOnly = false }) => ({
      command,
      adminOnly,
      scope: accountWide || adminOnly ? `${granular}:admin` : granular,
    }))
}
