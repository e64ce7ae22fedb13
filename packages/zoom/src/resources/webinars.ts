import type { ListedWebinar, Webinar, WebinarPage } from '../generated/types/schemas.ts'
import type { WebinarsApi, WebinarsListInput, WebinarsUpdateStatusInput } from '../generated/types/webinars.ts'
import { webinarsOperations } from '../generated/webinars.ts'
import type { CallOptions } from '../http/operation.ts'
import { callOperation, createResource, listRows } from './create-resource.ts'
import { type OfHost, ofMe } from './host-input.ts'
import { checkStart } from './meetings/check-start.ts'
import type { PagedList } from './page.ts'
import type { ResourceFactory } from './resource-operation.ts'
import type { CreateWebinarInput, UpdateWebinarInput } from './webinars/fields.ts'
import { checkWebinar, presentWebinar } from './webinars/present-webinar.ts'

type WrittenHere = 'create' | 'update' | 'list'

/** Webinars; their host needs a licence for them. Registrants, panelists and polls have resources of their own. */
export interface WebinarsResource extends Omit<WebinarsApi, WrittenHere> {
  /**
   * Makes a webinar, and compares the start that Zoom answers with the one that was meant, as `meetings.create` does. With
   * `recurrence` it is a series (type 9). One call; it counts among the 100 creations and changes that a host has a day.
   *
   * @throws {ZoomError} `invalid_input` before anything is sent; `start_shifted` when the webinar was made at another time.
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
   * const webinar = await zoom.webinars.create({
   *   topic: 'Open talk',
   *   start_time: '2030-12-20T18:00:00',
   *   timezone: 'Asia/Taipei',
   *   duration: 60,
   * })
   * assert.equal(webinar.start_time, '2030-12-20T10:00:00Z')
   * await zoom.webinarPanelists.add({
   *   webinarId: webinar.id,
   *   panelists: [{ name: 'Ada', email: 'ada@example.com' }],
   * })
   * const { panelists } = await zoom.webinarPanelists.list({ webinarId: webinar.id })
   * assert.equal(panelists?.[0]?.name, 'Ada')
   * ```
   */
  create(input?: CreateWebinarInput, options?: CallOptions): Promise<Webinar>
  /**
   * Changes what is given, keeps the rest, and gives the webinar as it is read back: two calls. A series needs its whole `recurrence`
   * with `start_time`; with `occurrence_id` one date changes.
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
   * const { id } = await zoom.webinars.create({ topic: 'Open talk', start_time: '2030-12-20T10:00:00Z' })
   * const moved = await zoom.webinars.update({ webinarId: id, start_time: '2030-12-20T19:00:00', timezone: 'Asia/Taipei' })
   * assert.deepEqual([moved.topic, moved.start_time], ['Open talk', '2030-12-20T11:00:00Z'])
   * ```
   */
  update(input: UpdateWebinarInput, options?: CallOptions): Promise<Webinar>
  /** The webinars of a host. `await` gives the first page, `for await` every row. One call a page. */
  list(input?: OfHost<WebinarsListInput>, options?: CallOptions): PagedList<WebinarPage, ListedWebinar>
  /** Ends a running webinar for everybody. One call. */
  end(input: Omit<WebinarsUpdateStatusInput, 'action'>, options?: CallOptions): Promise<void>
}

const { create, get, list, update, updateStatus } = webinarsOperations

/** Makes `zoom.webinars`. */
export const webinars: ResourceFactory<WebinarsResource> = ({ requester, now }) => ({
  ...createResource<WebinarsApi>(requester, webinarsOperations),
  create: async (input = {}, options) => {
    checkWebinar(create, input)
    const { userId = 'me', ...fields } = input
    const { body, meant } = presentWebinar(fields, now())
    const webinar = await callOperation<Webinar>(requester, create, { userId, ...body }, options)
    checkStart(webinar, meant, create.id, 'webinar')
    return webinar
  },
  update: async (input, options) => {
    checkWebinar(update, input)
    const { webinarId, occurrence_id, ...fields } = input
    const { body, meant } = presentWebinar(fields, now(), occurrence_id !== undefined)
    await callOperation(requester, update, { webinarId, occurrence_id, ...body }, options)
    const webinar = await callOperation<Webinar>(requester, get, { webinarId, occurrence_id }, options)
    if (occurrence_id === undefined) checkStart(webinar, meant, update.id, 'webinar')
    return webinar
  },
  list: (input, options) => listRows(requester, list, ofMe(input), options),
  end: (input, options) =>
    callOperation(requester, { ...updateStatus, id: 'webinars.end' }, { ...input, action: 'end' }, options),
})
