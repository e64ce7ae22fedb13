import { registrantsOperations } from '../generated/registrants.ts'
import type {
  RegistrantsAddBatchInput,
  RegistrantsAddInput,
  RegistrantsApi,
  RegistrantsUpdateStatusInput,
} from '../generated/types/registrants.ts'
import type { AddedRegistrant, AddedRegistrants } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkBatch, checkRegistrant } from './check-registrant.ts'
import { callOperation, createResource } from './create-resource.ts'
import { type RegistrationStatusCalls, registrationStatusCalls } from './registration-status.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'add' | 'addBatch' | 'updateStatus'

/** What `registrants.approve`, `deny` and `cancel` take. */
export type ChooseRegistrantsInput = Omit<RegistrantsUpdateStatusInput, 'action'>

/** The people who register for meetings; a meeting takes them with `settings.approval_type` 0 or 1 and a licensed host. */
export interface RegistrantsResource
  extends Omit<RegistrantsApi, WrittenHere>,
    RegistrationStatusCalls<RegistrantsUpdateStatusInput> {
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
  add(input: RegistrantsAddInput, options?: CallOptions): Promise<AddedRegistrant>
  /**
   * Registers 1 to 30 people in one call, for a scheduled meeting (type 2) only.
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
   *   settings: { approval_type: 0 },
   * })
   * const { registrants } = await zoom.registrants.addBatch({
   *   meetingId: id,
   *   registrants: [
   *     { email: 'ada@example.com', first_name: 'Ada' },
   *     { email: 'alan@example.com', first_name: 'Alan' },
   *   ],
   * })
   * assert.equal(registrants.length, 2)
   * ```
   */
  addBatch(input: RegistrantsAddBatchInput, options?: CallOptions): Promise<AddedRegistrants>
}

const { add, addBatch, updateStatus } = registrantsOperations

/** Makes `zoom.registrants`. */
export const registrants: ResourceFactory<RegistrantsResource> = ({ requester }) => ({
  ...createResource<RegistrantsApi>(requester, registrantsOperations),
  ...registrationStatusCalls<RegistrantsUpdateStatusInput>(requester, updateStatus),
  add: (input, options) => callOperation(requester, add, input, options, () => checkRegistrant(input)),
  addBatch: (input, options) => callOperation(requester, addBatch, input, options, () => checkBatch(input.registrants)),
})
