import type { User } from '../../domain/entities.ts'
import type { Emulator } from '../../http/env.ts'

/** Whether another user, or a meeting, has this personal meeting id. */
export function isPersonalIdTaken({ store }: Emulator, pmi: number, self?: Pick<User, 'id'>): boolean {
  if (store.meetings.get(pmi)) return true
  for (const user of store.users.values()) if (user.pmi === pmi && user.id !== self?.id) return true
  return false
}
