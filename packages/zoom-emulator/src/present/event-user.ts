import type { User } from '../domain/entities.ts'

/** `object` of the events about a user's coming and going (docs/zoom-facts.md §9). */
export function presentUserEvent(user: User): Record<string, unknown> {
  return {
    id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    display_name: user.displayName,
    email: user.email,
    type: user.type,
  }
}

/** A user before or after a change, in Zoom's names. */
type UserState = { readonly id: string; readonly [name: string]: unknown }

/** `object` and `old_object` of a change: the id, and only the fields that differ. */
export function presentUserChange(
  before: UserState,
  after: UserState,
): { object: Record<string, unknown>; old_object: Record<string, unknown> } {
  const object: Record<string, unknown> = { id: after.id }
  const oldObject: Record<string, unknown> = { id: before.id }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue
    if (after[name] !== undefined) object[name] = after[name]
    if (before[name] !== undefined) oldObject[name] = before[name]
  }
  return { object, old_object: oldObject }
}
