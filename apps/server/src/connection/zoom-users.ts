import type { Host } from '@convene/booking'
import type { ZoomUserView } from '@convene/booking/contract'
import { type ZoomClient, ZoomError } from '@convene/zoom'

/** How many users are asked for their settings, one call each: more than a screen of them, and little of what an account may call a day. */
const mostAsked = 200
/** How many of these calls wait at the same time. */
const together = 8

type Licence = Pick<ZoomUserView, 'plan' | 'capacity'>

/**
 * The active users of the Zoom account, all pages. Plan and capacity come from the user's settings; where the app lacks the scope for
 * these, a licensed user counts as Pro, which promises the least (docs/zoom-facts.md §10), and the capacity is unknown.
 *
 * @throws {ZoomError} what Zoom refuses.
 */
export async function listZoomUsers(
  zoom: Pick<ZoomClient, 'users'>,
  hosts: readonly Pick<Host, 'zoomUser' | 'email'>[],
): Promise<ZoomUserView[]> {
  const taken = new Set(hosts.flatMap(({ zoomUser, email }) => [zoomUser.toLowerCase(), email.toLowerCase()]))
  const users: ZoomUserView[] = []
  for await (const user of zoom.users.list({ status: 'active', page_size: 300 })) {
    const { id = user.email, email, type, display_name, first_name, last_name } = user
    // Unassigned, or without any licence: such a user hosts nothing (docs/zoom-facts.md §4).
    if (type !== 1 && type !== 2) continue
    const name = display_name ?? [first_name, last_name].filter(Boolean).join(' ')
    const isHost = taken.has(id.toLowerCase()) || taken.has(email.toLowerCase())
    const licence: Licence = type === 1 ? { plan: 'basic', capacity: 100 } : { plan: 'pro', capacity: null }
    users.push({ id, email, name: name || email, isHost, ...licence })
  }
  const licensed = users.filter(({ plan }) => plan === 'pro').map(({ id }) => id)
  const licences = await readLicences(zoom, licensed.slice(0, mostAsked))
  return users
    .map((user) => ({ ...user, ...licences.get(user.id) }))
    .sort((one, other) => one.name.localeCompare(other.name) || one.email.localeCompare(other.email))
}

/** What the settings of the users say, as far as they may be read. */
async function readLicences(
  zoom: Pick<ZoomClient, 'users'>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Licence>> {
  const licences = new Map<string, Licence>()
  const left = userIds.values()
  let mayRead = true
  const readSome = async () => {
    for (const userId of left) {
      if (!mayRead) return
      try {
        licences.set(userId, licenceOf(await zoom.users.getSettings({ userId })))
      } catch (error) {
        if (!(error instanceof ZoomError)) throw error
        // One user who was removed meanwhile is no reason to ask nobody else; a scope, a limit and an outage are.
        mayRead = error.code === 'not_found'
      }
    }
  }
  await Promise.all(Array.from({ length: together }, readSome))
  return licences
}

/** Two meetings at a time are what a licence of Business and above allows (docs/zoom-facts.md §10, 6). */
function licenceOf({ feature }: { readonly feature?: object }): Licence {
  const {
    meeting_capacity: holds,
    large_meeting: isLarge,
    large_meeting_capacity: large,
    concurrent_meeting: two,
  } = (feature ?? {}) as Readonly<Record<string, unknown>>
  const capacity = isLarge === true && typeof large === 'number' ? large : holds
  return {
    plan: typeof two === 'string' && two !== 'None' ? 'business' : 'pro',
    capacity: typeof capacity === 'number' ? capacity : null,
  }
}
