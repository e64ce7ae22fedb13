import type { PageCtx } from '../../http/context.ts'
import { readText } from '../../http/read-json.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { consoleHeaders } from '../../pages/console/live.ts'

/**
 * The fields of a form of the console.
 *
 * @throws ZoomApiError 403 unless the browser says that a page of the emulator itself sent it.
 */
export async function readConsoleForm(context: PageCtx): Promise<URLSearchParams> {
  const isOwn =
    context.req.header('sec-fetch-site') === 'same-origin' ||
    context.req.header('origin') === new URL(context.req.url).origin
  if (!isOwn)
    throw new ZoomApiError(
      403,
      403,
      'Only a page of this emulator can send this form; programs use the calls below /_emulator/.',
    )
  return new URLSearchParams(await readText(context))
}

/** A page of the console; 400 where it tells a mistake. */
export function consolePage(context: PageCtx, html: string, status: 200 | 400 = 200): Response {
  return context.body(html, status, { ...consoleHeaders })
}

/** Back to a page after a form, with a word about what was done; a reload then sends nothing twice. */
export function backTo(context: PageCtx, path: string, done: keyof typeof doneTexts): Response {
  return context.redirect(`${path}?done=${done}`, 303)
}

const doneTexts = {
  subscribed: 'The address answered its check and is subscribed.',
  unsubscribed: 'The subscription is gone.',
  checked: 'The address was checked.',
  sent: 'It was sent again.',
  armed: 'It will happen to the next event.',
  moved: 'The clock was moved, and what was due has happened.',
  frozen: 'The clock stands still.',
  resumed: 'The clock runs.',
  reset: 'Everything is as at the start.',
  added: 'The fault is in force.',
  removed: 'The fault is gone.',
  forgotten: 'The requests are forgotten.',
} as const

/** What `backTo` said. */
export function doneText({ req }: PageCtx): string | undefined {
  const name = req.query('done') ?? ''
  return Object.hasOwn(doneTexts, name) ? doneTexts[name as keyof typeof doneTexts] : undefined
}
