import type { AddedRegistrant, AddedRegistrants } from '../generated/types/schemas.ts'
import type {
  WebinarRegistrantsAddBatchInput,
  WebinarRegistrantsAddInput,
  WebinarRegistrantsApi,
  WebinarRegistrantsUpdateStatusInput,
} from '../generated/types/webinar-registrants.ts'
import { webinarRegistrantsOperations } from '../generated/webinar-registrants.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkBatch, checkRegistrant } from './check-registrant.ts'
import { callOperation, createResource } from './create-resource.ts'
import { type RegistrationStatusCalls, registrationStatusCalls } from './registration-status.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'add' | 'addBatch' | 'updateStatus'

/** The people who register for webinars. */
export interface WebinarRegistrantsResource
  extends Omit<WebinarRegistrantsApi, WrittenHere>,
    RegistrationStatusCalls<WebinarRegistrantsUpdateStatusInput> {
  /**
   * Registers one person. Where a person approves (`approval_type` 1) the answer has no `join_url` yet. One call.
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
   * await zoom.users.updateSettings({ feature: { webinar: true } })
   *
   * const { id } = await zoom.webinars.create({
   *   topic: 'Open talk',
   *   start_time: '2030-12-20T10:00:00Z',
   *   settings: { approval_type: 1 },
   * })
   * const { registrant_id } = await zoom.webinarRegistrants.add({
   *   webinarId: id,
   *   email: 'ada@example.com',
   *   first_name: 'Ada',
   * })
   * await zoom.webinarRegistrants.approve({ webinarId: id, registrants: [{ id: registrant_id }] })
   * const { registrants } = await zoom.webinarRegistrants.list({ webinarId: id })
   * assert.equal(registrants[0]?.email, 'ada@example.com')
   * ```
   */
  add(input: WebinarRegistrantsAddInput, options?: CallOptions): Promise<AddedRegistrant>
  /** Registers 1 to 30 people in one call. */
  addBatch(input: WebinarRegistrantsAddBatchInput, options?: CallOptions): Promise<AddedRegistrants>
}

const { add, addBatch, updateStatus } = webinarRegistrantsOperations

/** Makes `zoom.webinarRegistrants`. */
export const webinarRegistrants: ResourceFactory<WebinarRegistrantsResource> = ({ requester }) => ({
  ...createResource<WebinarRegistrantsApi>(requester, webinarRegistrantsOperations),
  ...registrationStatusCalls<WebinarRegistrantsUpdateStatusInput>(requester, updateStatus),
  add: (input, options) => callOperation(requester, add, input, options, () => checkRegistrant(input)),
  addBatch: (input, options) => callOperation(requester, addBatch, input, options, () => checkBatch(input.registrants)),
})
