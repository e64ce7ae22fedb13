import { reportsOperations } from '../generated/reports.ts'
import type { ReportsApi, ReportsListMeetingsInput } from '../generated/types/reports.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkDay } from './check.ts'
import { createResource, listRows } from './create-resource.ts'
import { type OfHost, ofMe } from './host-input.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'listMeetings'

/** Zoom's reports: what was, counted; for paid accounts. */
export interface ReportsResource extends Omit<ReportsApi, WrittenHere> {
  /**
   * The meetings that a host held between two days, `yyyy-MM-dd`, at most a month apart. One call a page.
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
   * const topics: string[] = []
   * for await (const row of zoom.reports.listMeetings({ from: '2030-12-01', to: '2030-12-31' })) topics.push(row.topic ?? '')
   * assert.deepEqual(topics, ['Weekly'])
   *
   * const report = await zoom.reports.listMeetingParticipants({ meetingId: id })
   * assert.equal(report.participants?.length, 2)
   * ```
   */
  listMeetings(input: OfHost<ReportsListMeetingsInput>, options?: CallOptions): ReturnType<ReportsApi['listMeetings']>
}

/** Makes `zoom.reports`. */
export const reports: ResourceFactory<ReportsResource> = ({ requester }) => ({
  ...createResource<ReportsApi>(requester, reportsOperations),
  listMeetings: (input, options) =>
    listRows(requester, reportsOperations.listMeetings, ofMe(input), options, () => {
      checkDay('from', input?.from)
      checkDay('to', input?.to)
    }),
})
