import type { Meeting, User } from '../../domain/entities.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import type { Emulator } from '../../http/env.ts'

/** The user whose personal meeting id this is. */
export function ownerOfPersonalId({ store }: Emulator, id: string): User | undefined {
  if (!/^\d{10}$/.test(id)) return undefined
  for (const user of store.users.values()) if (user.pmi === Number(id)) return user
  return undefined
}

/** The meetings that take place under a personal id, one that runs first: they share a link but for the passcode. */
export function meetingsUnderPersonalId(emulator: Emulator, id: string): Meeting[] {
  const owner = ownerOfPersonalId(emulator, id)
  if (!owner) return []
  const now = emulator.clock.now()
  return Array.from(emulator.store.meetingsOfHost(owner.id))
    .filter((meeting) => meeting.usePmi && isUsable(meeting, now))
    .sort((a, b) => Number(b.status === 'started') - Number(a.status === 'started'))
}
