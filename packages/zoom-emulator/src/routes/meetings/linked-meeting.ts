import type { Meeting } from '../../domain/entities.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import type { Emulator } from '../../http/env.ts'
import { meetingsUnderPersonalId } from './personal-room.ts'

/** The meeting of a link, while its id can be used. */
export function linkedMeeting({ store, clock }: Emulator, id: string): Meeting | undefined {
  const meeting = /^\d{1,15}$/.test(id) ? store.meetings.get(Number(id)) : undefined
  return meeting && isUsable(meeting, clock.now()) ? meeting : undefined
}

/** What a join link can mean: one meeting, or those under a host's personal id. */
export function joinableMeetings(emulator: Emulator, id: string): Meeting[] {
  const meeting = linkedMeeting(emulator, id)
  return meeting ? [meeting] : meetingsUnderPersonalId(emulator, id)
}

/** Whether the `pwd` of a link is the meeting's; one without a passcode is open. */
export function opens({ encryptedPassword }: Meeting, pwd: string | undefined): boolean {
  return encryptedPassword === '' || pwd === encryptedPassword
}
