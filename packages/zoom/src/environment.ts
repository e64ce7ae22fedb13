import { serverToServer } from './auth/server-to-server.ts'
import type { ZoomClientOptions } from './create-zoom.ts'
import { ZoomError } from './errors.ts'
import { problemOfBaseUrl } from './http/base-url.ts'

/**
 * Options from the environment: `ZOOM_ACCOUNT_ID`, `ZOOM_CLIENT_ID`, `ZOOM_CLIENT_SECRET` of a Server-to-Server OAuth app, and
 * for an emulator `ZOOM_API_URL` with `ZOOM_OAUTH_URL` (both or neither; https, or http on this machine).
 *
 * @throws `ZoomError` `invalid_input` that lists every mistake at once, in its message and in `details.fieldErrors`.
 */
export function optionsFromEnvironment(environment: Readonly<Record<string, string | undefined>>): ZoomClientOptions {
  const read = (name: string) => environment[name]?.trim() ?? ''
  const accountId = read('ZOOM_ACCOUNT_ID')
  const clientId = read('ZOOM_CLIENT_ID')
  const clientSecret = read('ZOOM_CLIENT_SECRET')
  const apiUrl = read('ZOOM_API_URL')
  const oauthUrl = read('ZOOM_OAUTH_URL')

  const mistakes: { field: string; message: string }[] = []
  for (const [field, value] of Object.entries({
    ZOOM_ACCOUNT_ID: accountId,
    ZOOM_CLIENT_ID: clientId,
    ZOOM_CLIENT_SECRET: clientSecret,
  })) {
    if (value === '')
      mistakes.push({ field, message: "is not set: copy it from the app's page on marketplace.zoom.us" })
    else if (!/^[\x21-\x7e]+$/.test(value) || /^["'].*["']$/.test(value))
      mistakes.push({ field, message: 'contains a space, quotes around it, or a special character: copy it anew' })
  }
  if (clientId.includes(':')) mistakes.push({ field: 'ZOOM_CLIENT_ID', message: 'contains a colon: copy it anew' })
  for (const [field, value, other] of [
    ['ZOOM_API_URL', apiUrl, oauthUrl],
    ['ZOOM_OAUTH_URL', oauthUrl, apiUrl],
  ] as const) {
    if (value === '' && other !== '')
      mistakes.push({
        field,
        message: 'is not set although the other address is: set both, or neither for the real Zoom',
      })
    const problem = value === '' ? undefined : problemOfBaseUrl(value)
    if (problem !== undefined) mistakes.push({ field, message: `is not an address to use: ${problem}` })
  }
  if (mistakes.length > 0)
    throw new ZoomError(
      'invalid_input',
      `The environment is not complete. ${mistakes.map(({ field, message }) => `${field} ${message.replace(/\.$/, '')}.`).join(' ')}`,
      { fieldErrors: mistakes, field: mistakes[0]?.field, outcome: 'not_done' },
    )
  const auth = serverToServer({ accountId, clientId, clientSecret })
  return apiUrl === '' ? { auth } : { auth, apiUrl, oauthUrl }
}
