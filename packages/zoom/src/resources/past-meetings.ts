import { pastMeetingsOperations } from '../generated/past-meetings.ts'
import type {
  PastMeetingsApi,
  PastMeetingsGetInput,
  PastMeetingsListInstancesInput,
  PastMeetingsListParticipantsInput,
} from '../generated/types/past-meetings.ts'
import type { Participant, ParticipantPage, PastMeeting, PastMeetingInstances } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { createResource } from './create-resource.ts'
import type { PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'

/**
 * Meetings that have ended. Their id is the meeting number, which means the latest time it was held, or the `uuid` of one time; a
 * uuid goes in as it is, with its slashes.
 */
export interface PastMeetingsResource extends PastMeetingsApi {
  /**
   * When a meeting was held and how many were there, up to a year after its end. One call.
   *
   * @throws {ZoomError} `not_found` when it has not ended yet, or too long ago.
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
   * // An emulated meeting of half an hour, on the emulator's clock.
   * emulator.clock.freeze('2030-12-20T10:00:00Z')
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Weekly' })
   * emulator.control.life.start(id)
   * emulator.control.life.join(id, { name: 'Ada' })
   * await emulator.clock.advance(30 * 60_000)
   * emulator.control.life.end(id)
   *
   * const past = await zoom.pastMeetings.get({ meetingId: id })
   * assert.deepEqual([past.duration, past.participants_count, past.total_minutes], [30, 2, 60])
   * ```
   */
  get(input: PastMeetingsGetInput, options?: CallOptions): Promise<PastMeeting>
  /**
   * Each time that a meeting was held in the last 15 months, with the `uuid` that names it. One call.
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
   * // An emulated meeting of half an hour, on the emulator's clock.
   * emulator.clock.freeze('2030-12-20T10:00:00Z')
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Weekly' })
   * emulator.control.life.start(id)
   * emulator.control.life.join(id, { name: 'Ada' })
   * await emulator.clock.advance(30 * 60_000)
   * emulator.control.life.end(id)
   *
   * const { meetings } = await zoom.pastMeetings.listInstances({ meetingId: id })
   * const [instance] = meetings
   * assert.equal(instance?.start_time, '2030-12-20T10:00:00Z')
   * const past = await zoom.pastMeetings.get({ meetingId: instance.uuid })
   * assert.equal(past.id, id)
   * ```
   */
  listInstances(input: PastMeetingsListInstancesInput, options?: CallOptions): Promise<PastMeetingInstances>
  /**
   * Who was there, a row for each time that a person came: who comes back has two. One call a page; for paid accounts.
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
   * // An emulated meeting of half an hour, on the emulator's clock.
   * emulator.clock.freeze('2030-12-20T10:00:00Z')
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Weekly' })
   * emulator.control.life.start(id)
   * emulator.control.life.join(id, { name: 'Ada' })
   * await emulator.clock.advance(30 * 60_000)
   * emulator.control.life.end(id)
   *
   * const names: string[] = []
   * for await (const { name, duration } of zoom.pastMeetings.listParticipants({ meetingId: id })) names.push(`${name} ${duration} s`)
   * assert.deepEqual(names, ['Olive Owner 1800 s', 'Ada 1800 s'])
   * ```
   */
  listParticipants(
    input: PastMeetingsListParticipantsInput,
    options?: CallOptions,
  ): PagedList<ParticipantPage, Participant>
}

/** Makes `zoom.pastMeetings`. */
export const pastMeetings: ResourceFactory<PastMeetingsResource> = ({ requester }) =>
  createResource<PastMeetingsApi>(requester, pastMeetingsOperations)
