/** What the compiler has to know of the calls; it fails where an expected error is none, or a type is another. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ZoomClient } from './client.ts'
import type { Zoom } from './create-zoom.ts'
import type { ListedUser, Poll, Registrant, RegistrantPage } from './generated/types/schemas.ts'
import type { meetings } from './resources/meetings.ts'
import type { PagedList } from './resources/page.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => {}

/** Never called: only its types count. */
export function calls(zoom: ZoomClient, part: Zoom<{ meetings: typeof meetings }>): void {
  same<ReturnType<typeof zoom.registrants.list>, PagedList<RegistrantPage, Registrant>>(true)
  same<ReturnType<typeof zoom.polls.get>, Promise<Poll>>(true)
  same<ReturnType<typeof zoom.registrants.remove>, Promise<void>>(true)
  same<Awaited<ReturnType<typeof zoom.users.list>>['users'], readonly ListedUser[]>(true)
  same<typeof part.meetings, typeof zoom.meetings>(true)
  void zoom.users.getSettings({ userId: 'me' }).then(({ in_meeting }) => in_meeting?.waiting_room)
  void zoom.registrants.add({ meetingId: 1, email: 'a@example.com', first_name: 'Ada', occurrence_ids: ['1', '2'] })

  void zoom.groups.get({ groupId: 'g' })
  void zoom.polls.list({ meetingId: '123 4567 8901', anonymous: undefined })
  void zoom.users.uploadPicture({ userId: 'me', pic_file: new Blob([]) })
  void zoom.users.updateSettings({ schedule_meeting: { host_video: true } })
  // @ts-expect-error an id is needed
  void zoom.groups.get({})
  // @ts-expect-error a field that there is not
  void zoom.registrants.add({ meetingId: 1, email: 'a@example.com', first_name: 'Ada', lastName: 'Lovelace' })
  // @ts-expect-error one of a few values
  void zoom.registrants.list({ meetingId: 1, status: 'waiting' })
  // @ts-expect-error a file is no path
  void zoom.users.uploadPicture({ userId: 'me', pic_file: '/home/ada/photo.png' })
  // @ts-expect-error a part has no more than it was made with
  void part.users
}

test('the calls have the types that a program relies on', () => assert.equal(typeof calls, 'function'))
