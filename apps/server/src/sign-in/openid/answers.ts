import type { DeskConfig } from '../../config.ts'
import type { Log } from '../../log.ts'
import { type DeskCookie, deskCookie } from '../cookies.ts'
import { OpenIdFailure } from './failure.ts'

/** By which a browser is known when it comes back from the provider. */
export function browserCookie({ publicUrl }: Pick<DeskConfig, 'publicUrl'>): DeskCookie {
  return deskCookie('convene-openid', publicUrl)
}

export function redirect(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** A person stands before this, not a program: the page says it in their language. */
export function redirectFailure(error: unknown, log: Log): Response {
  if (!(error instanceof OpenIdFailure)) throw error
  log.warn('openid_failed', { code: error.code, error })
  return redirect(`/sign-in?problem=${error.code}`)
}
