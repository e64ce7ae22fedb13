import { invalidInput } from '../errors.ts'

/**
 * An address that gets tokens and secrets: https, or http where nothing leaves the machine. Returned without a slash at its end.
 *
 * @throws `ZoomError` `invalid_input` for anything else, or for an address with credentials, a query or a fragment.
 */
export function checkBaseUrl(field: string, text: string): string {
  const problem = problemOfBaseUrl(text)
  if (problem !== undefined) throw invalidInput(field, text, problem)
  const { origin, pathname } = new URL(text)
  return origin + pathname.replace(/\/+$/, '')
}

/** What is wrong with an address, as a remedy; `undefined` when it is fine. */
export function problemOfBaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null) return 'Give a whole address, such as https://api.zoom.us/v2.'
  if (url.username !== '' || url.password !== '') return 'Leave user and password out of the address.'
  if (url.search !== '' || url.hash !== '') return 'Leave out what follows "?" or "#".'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined
  return 'Use https; http is for this machine only (localhost, 127.0.0.1, [::1]), since tokens travel with every request.'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
