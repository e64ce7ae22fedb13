import { registrantsOperations } from '../generated/registrants.ts'
import type {
  RegistrantsAddBatchInput,
  RegistrantsAddInput,
  RegistrantsApi,
  RegistrantsUpdateStatusInput,
} from '../generated/types/registrants.ts'
import type { AddedRegistrant, AddedRegistrants } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkOneOf } from './check.ts'
import { checkBatch, checkRegistrant, checkSome } from './check-registrant.ts'
import { callOperation, createResource } from './create-resource.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'add' | 'addBatch' | 'updateStatus'

/** What `registrants.add` takes. */
export interface AddRegistrantInput extends Omit<RegistrantsAddInput, 'occurrence_ids'> {
  /** Only for these dates of a series: occurrence ids, as a list or as Zoom's text separated by commas. */
  readonly occurrence_ids?: string | readonly string[] | undefined
}

/** What `registrants.approve`, `deny` and `cancel` take. */
export type ChooseRegistrantsInput = Omit<RegistrantsUpdateStatusInput, 'action'>

/** The people who register for meetings; a meeting takes them with `settings.approval_type` 0 or 1 and a licensed host. */
export interface RegistrantsResource extends Omit<RegistrantsApi, WrittenHere> {
  /**
   * Registers one person. Where a person approves (`approval_type` 1) the answer has no `join_url` yet. One call; Zoom takes the
   * same e-mail address three times a day for one meeting (docs/zoom-facts.md §3.2).
   *
   * @throws {ZoomError} `invalid_input` before anything is sent; `not_found` when the meeting takes no registrations.
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
   * const { id } = await zoom.meetings.create({
   *   topic: 'Open evening',
   *   start_time: '2030-12-20T10:00:00Z',
   *   settings: { approval_type: 1 },
   * })
   * await zoom.registrants.add({ meetingId: id, email: 'ada@example.com', first_name: 'Ada' })
   *
   * const { registrants } = await zoom.registrants.list({ meetingId: id, status: 'pending' })
   * await zoom.registrants.approve({ meetingId: id, registrants: registrants.map(({ id }) => ({ id })) })
   * const approved = await zoom.registrants.list({ meetingId: id })
   * assert.equal(approved.registrants[0]?.email, 'ada@example.com')
   * ```
   */
  add(input: AddRegistrantInput, options?: CallOptions): Promise<AddedRegistrant>
  /** Registers 1 to 30 people in one call, for a scheduled meeting (type 2) only. */
  addBatch(input: RegistrantsAddBatchInput, options?: CallOptions): Promise<AddedRegistrants>
  /** Approves, denies or cancels 1 to 30 registrations; `approve`, `deny` and `cancel` say it in one word. */
  updateStatus(input: RegistrantsUpdateStatusInput, options?: CallOptions): Promise<void>
  /** Lets 1 to 30 people in who wait for approval. One call. */
  approve(input: ChooseRegistrantsInput, options?: CallOptions): Promise<void>
  /** Turns away 1 to 30 people who wait for approval. One call. */
  deny(input: ChooseRegistrantsInput, options?: CallOptions): Promise<void>
  /** Takes the approval of 1 to 30 people back. One call. */
  cancel(input: ChooseRegistrantsInput, options?: CallOptions): Promise<void>
}

const { add, addBatch, updateStatus } = registrantsOperations

/** Makes `zoom.registrants`. */
export const registrants: ResourceFactory<RegistrantsResource> = ({ requester }) => {
  const setStatus = (input: RegistrantsUpdateStatusInput, options?: CallOptions): Promise<void> =>
    callOperation(requester, updateStatus, input, options, () => {
      checkOneOf('action', input.action, ['approve', 'cancel', 'deny'])
      checkSome('registrants', input.registrants, 30)
    })
  return {
    ...createResource<RegistrantsApi>(requester, registrantsOperations),
    add: (input, options) => callOperation(requester, add, input, options, () => checkRegistrant(input)),
    addBatch: (input, options) =>
      callOperation(requester, addBatch, input, options, () => checkBatch(input.registrants)),
    updateStatus: setStatus,
    approve: (input, options) => setStatus({ ...input, action: 'approve' }, options),
    deny: (input, options) => setStatus({ ...input, action: 'deny' }, options),
    cancel: (input, options) => setStatus({ ...input, action: 'cancel' }, options),
  }
}
