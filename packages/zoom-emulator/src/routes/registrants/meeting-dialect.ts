import { ZoomApiError } from '../../http/zoom-error.ts'
import { presentPin } from '../../present/registrant.ts'
import { noHosting, requireHosting } from '../meetings/choose-host.ts'
import { findMeeting } from '../meetings/find-meeting.ts'
import type { AddRefusals, Dialect } from './dialect.ts'
import { invalidRegistrantId } from './find-registrants.ts'

/** docs/zoom-facts.md §5.9 */
const mostRegistrants = 4999

const off = (id: number) => `Registration has not been enabled for this meeting: ${id}.`

function full(status: 400 | 404 = 400): ZoomApiError {
  return new ZoomApiError(status, 3043, 'Meeting has reached maximum attendee capacity.')
}

function refusals(statusOfFull: 400 | 404): AddRefusals {
  return {
    off: (id) => new ZoomApiError(404, 404, off(id)),
    over: () =>
      new ZoomApiError(
        400,
        3038,
        'Meeting is over, you can not register now. If you have any questions, please contact the Meeting host.',
      ),
    full: () => full(statusOfFull),
  }
}

/** Registrants of meetings, with the codes of docs/zoom-facts.md §5.1 and §5.2. */
export const meetingDialect: Dialect = {
  event: 'meeting',
  find: (emulator, context) => findMeeting(emulator, context),
  requireHost(_, host) {
    requireHosting(host)
    if (host.type === 1) throw noHosting()
  },
  requireHostToDelete(_, host) {
    if (host.type === 1) throw new ZoomApiError(400, 200, `Only available for paid users: ${host.id}.`)
    requireHosting(host)
  },
  requireGuest() {},
  capacity: () => mostRegistrants,
  questionTypes: ['short', 'single'],
  more: presentPin,
  add: refusals(400),
  batch: refusals(404),
  batchType: 2,
  notBatchable: () =>
    new ZoomApiError(
      400,
      303,
      'This API can only be used for scheduled meeting(meeting type: 2). Batch registration is not supported for other meeting types.',
    ),
  fullAtApproval: () => full(),
  unknownToDelete: invalidRegistrantId,
  offToDelete: (id) => new ZoomApiError(400, 404, off(id)),
}
