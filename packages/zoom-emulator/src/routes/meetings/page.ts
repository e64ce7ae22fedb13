import type { PageCtx } from '../../http/context.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { pageHeaders } from '../../pages/layout.ts'

/** A page with the headers of all pages. */
export function page(context: PageCtx, html: string, status: 200 | 400 | 403 | 404 | 409 | 501 = 200): Response {
  return context.body(html, status, { ...pageHeaders })
}

/** 404 for people. */
export function unknownMeeting(context: PageCtx): Response {
  const remedy = 'The meeting was deleted, has expired, or never existed. Check the link in the invitation.'
  return page(context, renderDeadLink('There is no such meeting', remedy), 404)
}
