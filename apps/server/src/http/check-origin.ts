import { HttpProblem } from './http-problem.ts'

/**
 * Refuses a write that another page has a browser send. `Sec-Fetch-Site` is the browser's own word, which no page can set; where it is
 * missing (old browsers, http), `Origin` has to be the desk's. It counts alone because our pages send no referrer, which makes the
 * `Origin` of a form `null` (Fetch standard, "append a request Origin header").
 *
 * @param isCookieUsed whether the request is believed by its cookie; then one of the two has to be there
 */
export function checkOrigin(
  { headers }: Pick<Request, 'headers'>,
  publicUrl: string,
  { isCookieUsed }: { readonly isCookieUsed: boolean },
): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const isOurs = site === null ? origin === new URL(publicUrl).origin : site === 'same-origin'
  const isSilent = site === null && origin === null
  if (isOurs || (isSilent && !isCookieUsed)) return
  throw new HttpProblem(
    'foreign_origin',
    `Only pages of ${publicUrl} may write with a session. Programs send Authorization: Bearer with an API key, and no cookie.`,
    { field: 'Origin', value: origin },
  )
}
