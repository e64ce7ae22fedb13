import type { App } from './entities.ts'

/** The scopes of an app whose seed names none: all that this emulator's calls ask for, in new and old names (docs/zoom-facts.md §2). */
const everyScope: readonly string[] = [
  'meeting:write:meeting',
  'meeting:read:meeting',
  'meeting:read:list_meetings',
  'meeting:update:meeting',
  'meeting:delete:meeting',
  'meeting:update:status',
  'meeting:read:invitation',
  'meeting:write:invite_links',
  'meeting:read:past_meeting',
  'user:read:user',
  'meeting:read',
  'meeting:write',
  'user:read',
]
const everyUserScope: readonly string[] = everyScope.toSorted()
const everyAdminScope: readonly string[] = [...everyScope, 'user:read:list_users']
  .map((name) => `${name}:admin`)
  .toSorted()

/** The scopes that a token of the app carries: account-wide ones for an app of the account, the user's own for a user's app. */
export function scopesOf(app: App): readonly string[] {
  return app.scopes ?? (app.type === 'oauth' ? everyUserScope : everyAdminScope)
}

/** Whether scopes reach beyond the token's own user. */
export function areAccountWide(scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope.endsWith(':admin') || scope.endsWith(':master'))
}
