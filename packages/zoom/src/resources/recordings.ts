import { recordingsOperations } from '../generated/recordings.ts'
import type {
  RecordingsApi,
  RecordingsListInput,
  RecordingsRecoverFileInput,
  RecordingsRecoverInput,
} from '../generated/types/recordings.ts'
import type { Recording, RecordingPage } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkDay } from './check.ts'
import { callOperation, createResource, listRows } from './create-resource.ts'
import { type OfHost, ofMe } from './host-input.ts'
import type { PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'list' | 'recover' | 'recoverFile'

/** What `recordings.list` takes; Zoom's own parameters and `limit`. */
export type ListRecordingsInput = OfHost<RecordingsListInput>

/** Recordings in Zoom's cloud. */
export interface RecordingsResource extends Omit<RecordingsApi, WrittenHere> {
  /**
   * The recordings of a host, a row for each meeting, of today unless `from` and `to` name days. One call a page.
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
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Weekly', settings: { auto_recording: 'cloud' } })
   * emulator.control.life.start(id)
   * emulator.control.life.join(id, { name: 'Ada' })
   * await emulator.clock.advance(30 * 60_000)
   * emulator.control.life.end(id)
   * await emulator.clock.advance(60_000)
   *
   * for await (const { topic, recording_files } of zoom.recordings.list({ from: '2030-12-20', to: '2030-12-20' }))
   *   assert.deepEqual([topic, recording_files?.map(({ file_type }) => file_type)], ['Weekly', ['MP4', 'M4A']])
   *
   * // A file is fetched with a token that opens this recording alone.
   * const { recording_files, download_access_token } = await zoom.recordings.get({
   *   meetingId: id,
   *   include_fields: 'download_access_token',
   * })
   * const headers = { authorization: `Bearer ${download_access_token}` }
   * const video = await fetch(recording_files?.[0]?.download_url ?? '', { headers })
   * assert.equal(video.headers.get('content-type'), 'video/mp4')
   * ```
   */
  list(input?: ListRecordingsInput, options?: CallOptions): PagedList<RecordingPage, Recording>
  /**
   * Brings all files of a meeting back from the trash. One call.
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
   * const { id } = await zoom.meetings.create({ type: 1, topic: 'Weekly', settings: { auto_recording: 'cloud' } })
   * emulator.control.life.start(id)
   * emulator.control.life.join(id, { name: 'Ada' })
   * await emulator.clock.advance(30 * 60_000)
   * emulator.control.life.end(id)
   * await emulator.clock.advance(60_000)
   *
   * const { uuid } = await zoom.pastMeetings.get({ meetingId: id })
   * await zoom.recordings.delete({ meetingId: uuid })
   * await zoom.recordings.recover({ meetingUuid: uuid })
   * assert.equal((await zoom.recordings.get({ meetingId: id })).recording_count, 2)
   * ```
   */
  recover(input: Omit<RecordingsRecoverInput, 'action'>, options?: CallOptions): Promise<void>
  /** Brings one file back from the trash. One call. */
  recoverFile(input: Omit<RecordingsRecoverFileInput, 'action'>, options?: CallOptions): Promise<void>
}

const { list, recover, recoverFile } = recordingsOperations

/** Makes `zoom.recordings`. */
export const recordings: ResourceFactory<RecordingsResource> = ({ requester }) => ({
  ...createResource<RecordingsApi>(requester, recordingsOperations),
  list: (input, options) =>
    listRows(requester, list, ofMe(input), options, () => {
      checkDay('from', input?.from)
      checkDay('to', input?.to)
    }),
  recover: (input, options) => callOperation(requester, recover, { ...input, action: 'recover' }, options),
  recoverFile: (input, options) => callOperation(requester, recoverFile, { ...input, action: 'recover' }, options),
})
