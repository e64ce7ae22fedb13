import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import type { ListedMeeting, ListMeetingsInput, MeetingPage } from '../meeting-types/list.ts'
import { createPagedList, type PagedList } from '../page.ts'

const operation: Operation = {
  id: 'meetings',
  method: 'GET',
  path: '/users/{userId}/meetings',
  repeat: 'safe',
  scopes: {
    granular: ['meeting:read:list_meetings', 'meeting:read:list_meetings:admin'],
    classic: ['meeting:read', 'meeting:read:admin'],
  },
  answers: ['meetings'],
}

/** `GET /users/{userId}/meetings` */
export function listMeetings(
  requester: Requester,
  { userId = 'me', limit, ...query }: ListMeetingsInput,
  options?: CallOptions,
): PagedList<MeetingPage, ListedMeeting> {
  return createPagedList({
    fetchPage: (token) =>
      requester.request(
        operation,
        { path: { userId }, query: { ...query, next_page_token: token ?? query.next_page_token } },
        options,
      ),
    rowsOf: (page) => page.meetings,
    limit,
  })
}
