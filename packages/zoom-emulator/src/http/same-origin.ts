import type { Ctx } from './context.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Refuses a form that a page of another origin sent; who sends no `Origin` is no browser. */
export function requireSameOrigin(context: Ctx): void {
  const origin = context.req.header('origin')
  if (origin === undefined || origin === new URL(context.req.url).origin) return
  throw new ZoomApiError(403, 403, 'This form was sent from another page: open the link of the meeting itself.')
}
