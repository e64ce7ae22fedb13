import { parseMemberInput, saveMember } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentMember } from '../../present/member.ts'
import { memberInput, memberView } from '../../schemas/administration.ts'
import { idParams } from '../../schemas/common.ts'

export const addMember: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/members',
    tag: 'Administration',
    summary: 'Add a member',
    scope: 'admin:write',
    role: 'admin',
    body: parsedBody(memberInput, parseMemberInput),
    answers: { 201: { description: 'The member', schema: memberView } },
    problems: ['key_reused'],
  },
  async ({ context, key, body }) => json(presentMember(await saveMember(context.desk, key, { input: body })), 201),
)

export const changeMember: DeskRoute = memberRoute(
  {
    method: 'patch',
    path: '/api/v1/members/{id}',
    tag: 'Administration',
    summary: 'Change a member; one who is not active any more is signed out at once',
    scope: 'admin:write',
    role: 'admin',
    params: idParams,
    body: parsedBody(memberInput, parseMemberInput),
    answers: { 200: { description: 'The member', schema: memberView } },
    problems: ['not_found', 'not_allowed', 'key_reused'],
  },
  async ({ context, key, params, body }) =>
    json(presentMember(await saveMember(context.desk, key, { memberId: params.id, input: body }))),
)
