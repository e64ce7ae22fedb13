import type { User } from './entities.ts'

/** Zoom's own roles by their id; a seed may name others. */
const roleNames: Readonly<Record<string, string>> = { 0: 'Owner', 1: 'Admin', 2: 'Member' }

const memberPermissions: readonly string[] = ['Meeting:Read', 'Meeting:Edit']
const adminPermissions: readonly string[] = [
  ...memberPermissions,
  'User:Read',
  'User:Edit',
  'AccountSetting:Read',
  'AccountSetting:Edit',
  'Role:Read',
  'Recording:Read',
  'Recording:Edit',
  'Report:Read',
]

/** The name of a role. */
export function roleName(roleId: string): string {
  return roleNames[roleId] ?? 'Custom'
}

/** The owner or an administrator. */
export function isAdmin({ roleId }: Pick<User, 'roleId'>): boolean {
  return roleId === '0' || roleId === '1'
}

/** What a role allows. Zoom's own names of permissions are not known (docs/deviations.md). */
export function permissionsOf(user: Pick<User, 'roleId'>): readonly string[] {
  return isAdmin(user) ? adminPermissions : memberPermissions
}
