import { parse, serialize } from 'hono/utils/cookie'

/** A cookie of the desk: out of reach of scripts, and sent along when a link leads here, not when another page asks in the back. */
export interface DeskCookie {
  readonly name: string
  read(headers: Pick<Headers, 'get'>): string | undefined
  /** The header that sets it for so many seconds; 0 takes it away. */
  write(value: string, maxAgeSeconds: number): string
}

/**
 * `__Host-` makes a browser refuse one that another host of the same domain, or anybody on plain HTTP, tries to plant here
 * (RFC 6265bis §4.1.3.2). Plain HTTP, which the desk speaks on this machine alone, cannot have it.
 */
export function deskCookie(name: 'convene' | 'convene-openid', publicUrl: string): DeskCookie {
  const secure = publicUrl.startsWith('https:')
  const fullName = secure ? `__Host-${name}` : name
  return {
    name: fullName,
    read: (headers) => parse(headers.get('cookie') ?? '', fullName)[fullName],
    write: (value, maxAge) =>
      serialize(fullName, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge }),
  }
}

/** The cookie of a session. */
export function sessionCookie({ publicUrl }: { readonly publicUrl: string }): DeskCookie {
  return deskCookie('convene', publicUrl)
}
