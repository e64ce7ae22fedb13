import type { CallOptions, Operation, Requester } from '../http/operation.ts'

export interface MeetingsResource {
  create(input: { userId?: string; topic?: string }, options?: CallOptions): Promise<{ id: number; join_url: string }>
}

const create: Operation = {
  id: 'meetingCreate',
  method: 'POST',
  path: '/users/{userId}/meetings',
  repeat: 'never',
  scopes: {
    granular: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
  answers: ['id', 'join_url'],
}

export function createMeetings(requester: Requester): MeetingsResource {
  return {
    create: ({ userId = 'me', ...body }, options) => requester.request(create, { path: { userId }, body }, options),
  }
}
