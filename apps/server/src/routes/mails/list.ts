import type { KeptMail } from '@convene/booking'
import { BookingError, isAtLeast, say } from '@convene/booking'
import type { MailView } from '@convene/booking/contract'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentInstant } from '../../present/instant.ts'
import { mailView } from '../../schemas/administration.ts'
import { pageOf, pageQuery } from '../../schemas/common.ts'

export const listMails: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/mails',
    tag: 'Administration',
    summary: 'Mails that were not sent',
    description:
      'Where the desk has no SMTP server, its mails lie here: in the demo for everybody, else for administrators.',
    scope: 'session',
    query: pageQuery,
    answers: { 200: { description: 'A page of mails, the newest first', schema: pageOf(mailView) } },
  },
  async ({ context, member, query: { after, limit } }) => {
    if (!context.config.isDemo && !isAtLeast(member, 'admin'))
      throw new BookingError('not_allowed', say('needs_role', { role: 'admin' }))
    const found = await context.store.read(({ mails }) => mails.list({ after, limit: limit + 1 }))
    const rows = found.slice(0, limit)
    return json({ rows: rows.map(presentMail), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null })
  },
)

function presentMail({ at, ...mail }: KeptMail): MailView {
  return { ...mail, at: presentInstant(at) }
}
