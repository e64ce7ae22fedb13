import { invalidInput, ZoomError } from '../errors.ts'
import type { AuthStrategy } from './strategy.ts'

/** A token that someone else got: the text, or with its end (milliseconds since 1970) where that is known. */
export type GivenToken = string | { readonly accessToken: string; readonly expiresAt?: number | undefined }

/**
 * Signs in with a token that is given, or that `source` gives. A function is called for the first request, again a minute
 * before `expiresAt`, and again when Zoom refuses the token; until then its token is used for every call.
 */
export function bearer(source: string | (() => GivenToken | Promise<GivenToken>)): AuthStrategy {
  const give = typeof source === 'function' ? source : () => source
  if (typeof source !== 'function') checkToken(source)
  return {
    kind: 'bearer',
    cacheKey: '', // The store of the one who gives the token is enough.
    async fetchToken() {
      const given = await callSource(give)
      const token = typeof given === 'string' ? { accessToken: given } : given
      return { accessToken: checkToken(token?.accessToken), expiresAt: token.expiresAt, scopes: [] }
    },
  }
}

async function callSource(give: () => GivenToken | Promise<GivenToken>): Promise<GivenToken> {
  try {
    return await give()
  } catch (cause) {
    if (cause instanceof ZoomError) throw cause
    throw new ZoomError('sign_in_refused', 'The function given to bearer() failed.', {
      cause,
      outcome: 'not_done',
      remedy: 'See the cause.',
    })
  }
}

function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token
  throw invalidInput(
    'token',
    typeof token === 'string' ? '(text)' : undefined,
    'Give the access token alone, without "Bearer", spaces or line ends.',
  )
}
