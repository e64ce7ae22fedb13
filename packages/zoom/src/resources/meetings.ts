import { meetingsOperations } from '../generated/meetings.ts'
import type {
  MeetingsDeleteInput as DeleteMeetingInput,
  MeetingsGetInput as GetMeetingInput,
  MeetingsInviteLinksInput as InviteLinksInput,
  MeetingsInvitationInput as MeetingIdInput,
  MeetingsApi,
} from '../generated/types/meetings.ts'
import type { InviteLinks, ListedMeeting, Meeting, MeetingInvitation, MeetingPage } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { callOperation, createResource } from './create-resource.ts'
import type { CreateMeetingInput } from './meeting-types/create-input.ts'
import type { ListMeetingsInput } from './meeting-types/list-input.ts'
import type { ListOccurrencesInput, OccurrenceList } from './meeting-types/occurrences.ts'
import type { UpdateMeetingInput } from './meeting-types/update-input.ts'
import { createMeeting } from './meetings/create.ts'
import { deleteMeeting } from './meetings/delete.ts'
import { getMeeting } from './meetings/get.ts'
import { createInviteLinks } from './meetings/invite-links.ts'
import { listMeetings } from './meetings/list.ts'
import { listOccurrences } from './meetings/list-occurrences.ts'
import { parseMeetingId } from './meetings/meeting-id.ts'
import { setMeetingStatus } from './meetings/status.ts'
import { updateMeeting } from './meetings/update.ts'
import type { PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'create' | 'get' | 'list' | 'update' | 'delete' | 'invitation' | 'inviteLinks'

/** The meetings of the account's users. */
export interface MeetingsResource extends Omit<MeetingsApi, WrittenHere> {
  /**
   * Makes a meeting, and compares the start that Zoom answers (of a series the first and the last date) with the one that was
   * meant. One call; it counts among the 100 creations and changes that a host has a day (docs/zoom-facts.md §3.2).
   *
   * - Wall time needs `timezone`; an instant (`Z`, an offset, a `Date`, a Temporal value) does not.
   * - With `recurrence` the meeting is a series (type 8). Zoom is sent the first date that fits the rule for its start.
   * - Without `start_time` the meeting is for now; a past start is refused, because Zoom would silently take now.
   * - It is never sent twice: after a time-out look for the meeting before you make it again.
   *
   * @throws {ZoomError} `invalid_input` before anything is sent; `start_shifted` when the meeting was made at another time: it
   * then exists and is `error.details.meeting`; and what every call can throw.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { everyWeeks } from '@convene/zoom/recurrence'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const meeting = await zoom.meetings.create({
   *   topic: 'Reading group',
   *   start_time: '2030-12-20T18:00:00',
   *   timezone: 'Asia/Taipei',
   *   duration: 60,
   *   recurrence: everyWeeks(2, ['friday'], { until: '2031-01-31' }),
   *   settings: { waiting_room: true },
   * })
   * assert.equal(meeting.occurrences?.length, 4)
   * assert.equal(meeting.occurrences[0]?.start_time, '2030-12-20T10:00:00Z')
   * ```
   */
  create(input?: CreateMeetingInput, options?: CallOptions): Promise<Meeting>
  /**
   * One meeting. With `occurrence_id` its start and duration are those of that date; past dates of a series are listed only with
   * `show_previous_occurrences`. `start_url` signs the host in and lives two hours: read it when it is needed, store it never.
   *
   * @throws {ZoomError} `not_found` when there is no such meeting, or its id has expired.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ topic: 'Interview', start_time: new Date('2030-12-20T10:00:00Z') })
   * const meeting = await zoom.meetings.get({ meetingId: id })
   * assert.equal(meeting.start_time, '2030-12-20T10:00:00Z')
   * ```
   */
  get(input: GetMeetingInput, options?: CallOptions): Promise<Meeting>
  /**
   * The meetings of a host, as Zoom's rows. `await` gives the first page, `for await` every row, `limit` stops it. A series is one
   * row (`listOccurrences` has its dates); instant meetings are never listed. One call a page; going through the rows asks for
   * 300 a page.
   *
   * @throws {ZoomError} `zoom_refused` when the rows are taken so slowly that Zoom forgets the page token (15 minutes).
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * await zoom.meetings.create({ topic: 'Reading group', start_time: '2030-12-20T10:00:00Z' })
   * await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-21T10:00:00Z' })
   *
   * const firstPage = await zoom.meetings.list({ type: 'scheduled' })
   * assert.equal(firstPage.total_records, 2)
   *
   * const topics: string[] = []
   * for await (const row of zoom.meetings.list({ limit: 100 })) topics.push(row.topic)
   * assert.deepEqual(topics.toSorted(), ['Interview', 'Reading group'])
   * ```
   */
  list(input?: ListMeetingsInput, options?: CallOptions): PagedList<MeetingPage, ListedMeeting>
  /**
   * Changes what is given, keeps the rest, and gives the meeting as it is read back, since Zoom answers a change with nothing:
   * two calls. A new `start_time` without `recurrence` costs a third, first one, that makes sure the meeting is of one date. The
   * start read back is compared with the one that was meant, as in `create`. The change counts among the host's 100 a day.
   *
   * - A series needs its whole `recurrence` with `start_time`; dates that were moved or deleted singly may come back.
   * - With `occurrence_id` one date changes: `agenda`, `start_time`, `duration` and some settings.
   * - `settings` are merged key by key; a list in them replaces the whole list.
   * - `schedule_for` hands the meeting to another host; link and passcode stay.
   *
   * @throws {ZoomError} `invalid_input` before anything changes; `start_shifted` when Zoom took another time. When only reading
   * back failed, the message says that the change was made.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-20T10:00:00Z' })
   * const moved = await zoom.meetings.update({
   *   meetingId: id,
   *   start_time: '2030-12-20T19:00:00',
   *   timezone: 'Asia/Taipei',
   * })
   * assert.equal(moved.start_time, '2030-12-20T11:00:00Z')
   * assert.equal(moved.topic, 'Interview')
   * ```
   */
  update(input: UpdateMeetingInput, options?: CallOptions): Promise<Meeting>
  /**
   * Deletes a meeting; with `occurrence_id` that one date of a series. A running meeting cannot be deleted: end it first. One call.
   *
   * @throws {ZoomError} `not_found` when the meeting is gone already; `zoom_refused` while it is running.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { everyWeeks } from '@convene/zoom/recurrence'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id, occurrences } = await zoom.meetings.create({
   *   start_time: '2030-12-20T18:00:00',
   *   timezone: 'Asia/Taipei',
   *   recurrence: everyWeeks(1, ['friday'], { count: 3 }),
   * })
   * await zoom.meetings.delete({ meetingId: id, occurrence_id: occurrences?.[1]?.occurrence_id })
   * const series = await zoom.meetings.get({ meetingId: id })
   * assert.deepEqual(
   *   series.occurrences?.map(({ status }) => status),
   *   ['available', 'deleted', 'available'],
   * )
   * await zoom.meetings.delete({ meetingId: id })
   * ```
   */
  delete(input: DeleteMeetingInput, options?: CallOptions): Promise<void>
  /**
   * Ends a running meeting for everybody. Zoom also agrees when it is not running (docs/zoom-facts.md §5.8). One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Now' })
   * await zoom.meetings.end({ meetingId: id })
   * ```
   */
  end(input: MeetingIdInput, options?: CallOptions): Promise<void>
  /**
   * Brings a deleted meeting back, with its id and its link. How long Zoom keeps it is not known. One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id, join_url } = await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-20T10:00:00Z' })
   * await zoom.meetings.delete({ meetingId: id })
   * await zoom.meetings.recover({ meetingId: id })
   * assert.equal((await zoom.meetings.get({ meetingId: id })).join_url, join_url)
   * ```
   */
  recover(input: MeetingIdInput, options?: CallOptions): Promise<void>
  /**
   * Zoom's own invitation text, in the language of the host. `@convene/zoom/invitation` composes one in other languages. One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id, join_url } = await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-20T10:00:00Z' })
   * const { invitation } = await zoom.meetings.invitation({ meetingId: id })
   * assert.ok(invitation.includes(join_url))
   * ```
   */
  invitation(input: MeetingIdInput, options?: CallOptions): Promise<MeetingInvitation>
  /**
   * Makes join links that carry a name, up to 500 at once; each lives two hours unless `ttl` says otherwise. One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-20T10:00:00Z' })
   * const { attendees } = await zoom.meetings.inviteLinks({ meetingId: id, attendees: [{ name: 'Ada' }], ttl: 86_400 })
   * assert.equal(attendees[0]?.name, 'Ada')
   * ```
   */
  inviteLinks(input: InviteLinksInput, options?: CallOptions): Promise<InviteLinks>
  /**
   * Every time at which a host's meetings take place between two instants, series unfolded into their dates, which Zoom's lists
   * cannot do; and in `notCovered` what Zoom does not show.
   *
   * What lies partly in the interval belongs to it: it starts before `to` and ends after `from` (or starts at `from`). For
   * intervals laid end to end, keep those with `start_time >= from`. Deleted meetings and deleted dates do not take place and
   * are left out. Zoom lists what the user hosts, not what the user is invited to.
   *
   * Cost: one call for each 300 meetings of the host, as many again when `from` is in the past, and one for each series; at most
   * four at a time.
   *
   * @throws {ZoomError} `invalid_input` unless both are exact instants and `from` is before `to`. A failure of any call ends it:
   * half a list would pass for a whole one.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { everyWeeks } from '@convene/zoom/recurrence'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const userId = 'mei@example.com'
   * await zoom.meetings.create({
   *   userId,
   *   topic: 'Fridays',
   *   start_time: '2030-12-20T18:00:00',
   *   timezone: 'Asia/Taipei',
   *   recurrence: everyWeeks(1, ['friday'], { count: 10 }),
   * })
   * await zoom.meetings.create({ userId, type: 3, topic: 'Office hours' })
   *
   * const { occurrences, notCovered } = await zoom.meetings.listOccurrences({
   *   userId,
   *   from: '2030-12-24T00:00:00+08:00',
   *   to: '2031-01-07T00:00:00+08:00',
   * })
   * assert.deepEqual(
   *   occurrences.map(({ start_time }) => start_time),
   *   ['2030-12-27T10:00:00Z', '2031-01-03T10:00:00Z'],
   * )
   * assert.equal(notCovered[0]?.reason, 'no_fixed_time')
   * ```
   */
  listOccurrences(input: ListOccurrencesInput, options?: CallOptions): Promise<OccurrenceList>
}

/** Makes `zoom.meetings`. */
export const meetings: ResourceFactory<MeetingsResource> = (context) => {
  const { requester } = context
  return {
    ...createResource<MeetingsApi>(requester, meetingsOperations),
    create: (input = {}, options) => createMeeting(context, input, options),
    get: (input, options) => getMeeting(requester, input, options),
    list: (input = {}, options) => listMeetings(requester, input, options),
    update: (input, options) => updateMeeting(context, input, options),
    delete: (input, options) => deleteMeeting(requester, input, options),
    end: (input, options) => setMeetingStatus(requester, 'end', input, options),
    recover: (input, options) => setMeetingStatus(requester, 'recover', input, options),
    invitation: (input, options) =>
      callOperation(requester, meetingsOperations.invitation, input, options, () => parseMeetingId(input.meetingId)),
    inviteLinks: (input, options) => createInviteLinks(requester, input, options),
    listOccurrences: (input, options) => listOccurrences(context, input, options),
  }
}
