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

/** Recordings in Zoom's cloud. A `download_url` is asked with the token of the client in the header `Authorization`. */
export interface RecordingsResource extends Omit<RecordingsApi, WrittenHere> {
  /** The recordings of a host, a row for each meeting. One call a page. */
  list(input?: ListRecordingsInput, options?: CallOptions): PagedList<RecordingPage, Recording>
  /** Brings all files of a meeting back from the trash. One call. */
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
