import type { User } from '../domain/entities.ts'
import { readMeetingId, readUuid } from '../domain/path-ids.ts'
import type { Store } from '../storage/store.ts'
import type { Caller } from './env.ts'

/** The user whom a request below `/v2` is about: named in its path, the host of the meeting or webinar there, else the caller. */
export function userOfPath(store: Store, { account, user: self }: Caller, path: string): User | undefined {
  const segments = path.split('/').slice(2)
  const [collection = '', id = ''] = segments[0] === 'report' ? segments.slice(1) : segments
  const name = decode(id)
  if (collection === 'users' && name !== '' && name !== 'me')
    return store.users.get(name) ?? store.userByEmail(account.id, name)
  if (!hosted.includes(collection)) return self
  const uuid = readUuid(name)
  const held = uuid === undefined ? store.meetings.get(readMeetingId(name) ?? 0) : store.instances.get(uuid)
  return held ? store.users.get(held.hostId) : self
}

/** What has a host. */
const hosted: readonly string[] = ['meetings', 'past_meetings', 'live_meetings', 'webinars', 'past_webinars']

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
