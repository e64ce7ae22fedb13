import type { User } from '../domain/entities.ts'
import type { Store } from '../storage/store.ts'
import type { Caller } from './env.ts'

/** The user whom a request below `/v2` is about: named in its path, the host of the meeting there, else the caller. */
export function userOfPath(store: Store, { account, user: self }: Caller, path: string): User | undefined {
  const [, , collection, id = ''] = path.split('/')
  const name = decode(id)
  if (collection === 'users' && name !== '' && name !== 'me')
    return store.users.get(name) ?? store.userByEmail(account.id, name)
  if (collection !== 'meetings' && collection !== 'past_meetings') return self
  const meeting = store.meetings.get(Number(name))
  return meeting ? store.users.get(meeting.hostId) : self
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
