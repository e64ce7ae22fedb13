import type { Meeting } from '../../domain/entities.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { findWebinar, requireWebinars } from '../webinars/find-webinar.ts'
import type { AddRefusals, Dialect } from './dialect.ts'
import { invalidRegistrantId } from './find-registrants.ts'

/** What a webinar of the smallest plan takes. */
const usualCapacity = 500

const over = 'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.'

const add: AddRefusals = {
  off: (id) => new ZoomApiError(400, 3000, `This webinar does not have registration as required: ${id}.`),
  over: () => new ZoomApiError(400, 3038, over),
  full: () =>
    new ZoomApiError(
      400,
      3000,
      'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
    ),
}

/** Registrants of webinars. */
export const webinarDialect: Dialect = {
  event: 'webinar',
  find: findWebinar,
  requireHost: requireWebinars,
  requireHostToDelete: requireWebinars,
  requireGuest({ settings }, host, { email }) {
    if (email.toLowerCase() === host.email.toLowerCase()) throw new ZoomApiError(400, 3027, 'Host cannot register.')
    if (!isOfDomain(email, settings))
      throw new ZoomApiError(400, 3034, 'If you have been invited, please input your work email address.')
  },
  capacity: ({ settings }) => Number(settings.registrants_restrict_number) || usualCapacity,
  questionTypes: ['short', 'single_radio', 'single_dropdown', 'multiple'],
  more: () => ({}),
  add,
  batch: {
    off: (id) => new ZoomApiError(404, 404, `Registration has not been enabled for this meeting: ${id}.`),
    over: add.over,
    full: (webinar) =>
      isRestricted(webinar)
        ? add.full(webinar)
        : new ZoomApiError(404, 3043, 'Webinar has reached maximum attendee capacity.'),
  },
  batchType: 5,
  notBatchable: () =>
    new ZoomApiError(
      400,
      300,
      'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.',
    ),
  fullAtApproval: () => new ZoomApiError(400, 3035, 'Webinar has reached maximum attendee capacity.'),
  unknownToDelete: (id) =>
    /^[\w-]{22}$/.test(id) ? new ZoomApiError(400, 3000, `Registrant ${id} was not found.`) : invalidRegistrantId(),
  offToDelete: (id) => new ZoomApiError(400, 404, `Registration has not been enabled for this webinar: ${id}.`),
}

/** Whether the host has set a number, rather than the plan. */
function isRestricted({ settings }: Meeting): boolean {
  return Number(settings.registrants_restrict_number) > 0
}

/** Where only people of some domains may sign in, only they can register. */
function isOfDomain(email: string, { enforce_login, enforce_login_domains }: Meeting['settings']): boolean {
  if (enforce_login !== true || typeof enforce_login_domains !== 'string' || enforce_login_domains === '') return true
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return enforce_login_domains.split(/[;,]/).some((one) => one.trim().toLowerCase() === domain)
}
