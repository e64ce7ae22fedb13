import type { Account, SettingsGroups, User } from './entities.ts'
import { homeGroups, homeLocks } from './security-settings.ts'
import { defaultSettings } from './setting-defaults.ts'
import { mergeSettings } from './setting-fields.ts'

interface Known {
  readonly account: Account
  readonly settings: SettingsGroups
}

/** A user is replaced, never changed, when something of it changes; so what was worked out for one stays right. */
const known = new WeakMap<User, Known>()

/**
 * The settings that hold for a user: what the user chose over the account's over Zoom's defaults, and over all what the account
 * has locked.
 */
export function settingsOf(account: Account, user: User): SettingsGroups {
  const before = known.get(user)
  if (before?.account === account) return before.settings
  const settings = withLocks(account, accountChoice(account, user), user.settings)
  known.set(user, { account, settings })
  return settings
}

/** What the account gives to a user who chose nothing. */
function accountChoice(account: Account, user: User): SettingsGroups {
  const defaults = defaultSettings(account, user)
  return account.settings ? mergeSettings(defaults, homeGroups(account.settings)) : defaults
}

function withLocks({ locks }: Account, account: SettingsGroups, chosen: SettingsGroups | undefined): SettingsGroups {
  if (!chosen) return account
  if (!locks) return mergeSettings(account, chosen)
  const open: Record<string, Record<string, unknown>> = {}
  const locked = homeLocks(locks)
  for (const [group, values] of Object.entries(chosen))
    open[group] = Object.fromEntries(Object.entries(values).filter(([name]) => locked[group]?.[name] !== true))
  return mergeSettings(account, open)
}

/** Whether the account has locked a setting. */
export function isLocked({ locks }: Account, group: string, name: string): boolean {
  return locks !== undefined && homeLocks(locks)[group]?.[name] === true
}
