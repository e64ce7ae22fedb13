import { parseMemberInput, saveSelf } from '@convene/booking'
import { parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentMe } from '../../present/session.ts'
import { me } from '../../schemas/session.ts'
import { profile } from '../../schemas/sign-in.ts'

export const editMe: DeskRoute = memberRoute(
  {
    method: 'patch',
    path: '/api/v1/me',
    tag: 'Sign-in',
    summary: "Changes one's name, language or time zone",
    scope: 'session',
    body: parsedBody(profile, (value) => parseMemberInput(value, ['name', 'language', 'timeZone'])),
    answers: { 200: { description: 'The member as it is now', schema: me } },
    problems: ['key_reused'],
  },
  async ({ context, key, body }) => json(presentMe(await saveSelf(context.desk, key, body))),
)
