import type { Account, User } from '../../domain/entities.ts'
import { findSeatShortage } from '../../domain/seats.ts'
import { createUser, hasExpiredInvitation, invitationLifeMs } from '../../domain/user-create.ts'
import { type NewUserInput, parseNewUser } from '../../domain/user-fields.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { orRefuse } from '../meetings/context.ts'
import { forbidden, publishUser, type UserRoutes, usersOf } from './context.ts'
import { isPersonalIdTaken } from './personal-id.ts'

/** `POST /users` */
export function createUserRoute({ emulator, locks }: UserRoutes): Handler {
  return async (context) => {
    const { account, user: operator } = context.env.caller
    const input = orRefuse(parseNewUser(await readJson(context), emulator.switches.coerceText))
    const { action, user_info: info } = input
    requireAction(account, action)
    requireDomain(account, info.email)
    const { store, clock, ids } = emulator
    const now = clock.now()
    const known = store.userByEmail(account.id, info.email)
    // An invitation that is over is sent again by the same call.
    if (known && !hasExpiredInvitation(known, now))
      throw new ZoomApiError(409, 1005, `Email "${info.email}" has already been used.`)
    requireFeatures(input)
    if (!known || known.type !== info.type) requireSeat(emulator, account, info.type)
    locks.take(info.email)
    const made = createUser(account, input, { ids, now, isTaken: (pmi) => isPersonalIdTaken(emulator, pmi) })
    const user: User = known
      ? { ...made, id: known.id, pmi: known.pmi, createdAt: known.createdAt, invitedUntil: now + invitationLifeMs }
      : made
    store.users.put(user)
    publishUser(emulator, 'created', user, () => ({ ...presentOperator(operator), creation_type: action }))
    return reply(201, {
      id: user.id,
      email: user.email,
      first_name: user.firstName,
      last_name: user.lastName,
      type: user.type,
    })
  }
}

/** Other ways than the invitation need a paid plan, single sign-on a Business one. */
function requireAction({ plan }: Account, action: NewUserInput['action']): void {
  if (action === 'create') return
  if (plan === 'free') throw forbidden('No permission, please contact Zoom customer support.')
  if (action === 'ssoCreate' && plan !== 'business')
    throw new ZoomApiError(
      400,
      2002,
      'SSO has not been enabled for this account. Contact the Zoom support team to enable this option.',
    )
}

function requireDomain({ limitedDomains, blockedDomains = [] }: Account, email: string): void {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (blockedDomains.includes(domain)) throw new ZoomApiError(400, 1107, 'Email domain is blocked')
  if (limitedDomains && !limitedDomains.includes(domain))
    throw new ZoomApiError(
      400,
      1116,
      `Email address ${email} doesn't match limited domains: ${limitedDomains.join(', ')}`,
    )
}

/** No account here has a licence for Zoom Phone. */
function requireFeatures({ user_info: { feature } }: NewUserInput): void {
  if (!feature?.zoom_phone) return
  throw new ZoomApiError(
    404,
    1102,
    'You cannot enable the "Zoom Phone" feature because you do not have any available licenses.',
  )
}

function requireSeat(emulator: Emulator, account: Account, type: User['type']): void {
  const shortage = findSeatShortage(account, type, usersOf(emulator, account))
  if (!shortage) return
  if (shortage.reason === 'basic_users')
    throw new ZoomApiError(
      400,
      2033,
      'Your request to add a basic user was not approved because you have already reached the maximum basic user limit allowed in your account.',
    )
  throw new ZoomApiError(
    400,
    2034,
    `Your request to add a new Licensed user could not be approved at this time because your account has reached the permitted maximum number of ${shortage.most} Licensed users. Please purchase additional licenses.`,
  )
}
