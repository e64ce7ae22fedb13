import type { Change, ChangeScope } from '../../src/domain/change-booking.ts'
import type { RequestKey } from '../../src/ports.ts'
import type { BookingAnswer } from '../../src/use-cases/book-meeting.ts'
import type { ChangeRequest } from '../../src/use-cases/change-booking.ts'
import { request } from './open-desk.ts'

let keys = 0

/** A request of a member, with a key that no other has. */
export const by = (memberId: string): RequestKey => request(memberId, `key-${++keys}`)

/** What somebody wants to be other of a booking, as they saw it. */
export const asked = (
  { id, revision }: Pick<BookingAnswer, 'id' | 'revision'>,
  scope: ChangeScope,
  change: Change,
  mayMove = false,
): ChangeRequest => ({ bookingId: id, revision, scope, change, mayMove })
