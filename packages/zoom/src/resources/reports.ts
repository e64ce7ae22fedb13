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
  /** The meetings that a host held between two days, `yyyy-MM-dd`. One call a page. */
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
