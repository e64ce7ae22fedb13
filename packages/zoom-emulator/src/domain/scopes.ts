import { operations } from '../generated/operations.ts'
import type { App } from './entities.ts'

/** The scopes of an app whose seed names none: all that any call asks for, in new and old names (docs/zoom-facts.md §2). */
const everyScope = [...new Set(operations.flatMap(({ granular, classic }) => [...granular, ...classic]))]
  // The data holds one list of three in one text.
  .filter((name) => !name.includes(','))
  .sort()
const everyAdminScope: readonly string[] = everyScope.filter((name) => /:admin(:|$)/.test(name))
const everyUserScope: readonly string[] = everyScope.filter((name) => !/:(admin|master)(:|$)/.test(name))

/** The scopes that a token of the app carries: account-wide ones for an app of the account, the user's own for a user's app. */
export function scopesOf(app: App): readonly string[] {
  return app.scopes ?? (app.type === 'oauth' ? everyUserScope : everyAdminScope)
}

/** Whether scopes reach beyond the token's own user. */
export function areAccountWide(scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope.endsWith(':admin') || scope.endsWith(':master'))
}
