import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import { resolveTimeZone } from '../../time/zones.ts'
import { checkDay, checkOneOf } from '../check.ts'
import { checkNames } from '../check-names.ts'
import type { ListedMeeting, ListMeetingsInput, MeetingListType, MeetingPage } from '../meeting-types/list.ts'
import { createPagedList, type PagedList } from '../page.ts'

const operation: Operation = {
  id: 'meetings.list',
  method: 'GET',
  path: '/users/{userId}/meetings',
  repeat: 'safe',
  scopes: {
    granular: ['meeting:read:list_meetings', 'meeting:read:list_meetings:admin'],
    classic: ['meeting:read', 'meeting:read:admin'],
  },
  answers: ['meetings'],
}

const types: readonly MeetingListType[] = ['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings']
const names: readonly (keyof ListMeetingsInput)[] = [
  'userId',
  'type',
  'from',
  'to',
  'timezone',
  'page_size',
  'page_number',
  'next_page_token',
  'limit',
]

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
  checkNames(input, names)
  checkOneOf('type', input.type, types)
  checkDay('from', input.from)
  checkDay('to', input.to)
}
