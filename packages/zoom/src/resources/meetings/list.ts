import { meetingsOperations } from '../../generated/meetings.ts'
import type { ListedMeeting, MeetingListType, MeetingPage } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { resolveTimeZone } from '../../time/zones.ts'
import { checkDay, checkOneOf } from '../check.ts'
import { namesOf } from '../check-input.ts'
import { checkNames } from '../check-names.ts'
import type { ListMeetingsInput } from '../meeting-types/list-input.ts'
import { createPagedList, type PagedList } from '../page.ts'

const operation = meetingsOperations.list

const types: readonly MeetingListType[] = ['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']

/** `GET /users/{userId}/meetings` */
export function listMeetings(
  requester: Requester,
  input: ListMeetingsInput,
  options?: CallOptions,
): PagedList<MeetingPage, ListedMeeting> {
  const { userId = 'me', limit, ...query } = input
  return createPagedList({
    query,
    limit,
    fetchPage: async (pageQuery) => {
      checkListInput(input)
      const timezone = query.timezone === undefined ? undefined : resolveTimeZone(query.timezone).wire
      const parts = { path: { userId }, query: { ...pageQuery, timezone } }
      return await requester.request<MeetingPage>(operation, parts, options)
    },
    rowsOf: (page) => page.meetings,
  })
}

function checkListInput(input: ListMeetingsInput): void {
  checkNames(input, namesOf(operation))
  checkOneOf('type', input.type, types)
  checkDay('from', input.from)
  checkDay('to', input.to)
}
