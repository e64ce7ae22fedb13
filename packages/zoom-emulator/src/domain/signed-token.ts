import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and reads the tokens of links (`zak`, `tk`): nothing is remembered, and nobody else can make one. */
export interface TokenSigner {
  /** A token that says `text` until `expiresAt` (ms since 1970). */
  sign(text: string, expiresAt: number): string
  /** What a token says; `undefined` where it is not ours or has expired. */
  read(token: string, now: number): string | undefined
}

/** The secret ends with the process, and every link of that time with it. */
export function createTokenSigner(secret: string): TokenSigner {
  const mark = (payload: string) => createHmac('sha256', secret).update(payload).digest('base64url')
  return {
    sign(text, expiresAt) {
      const payload = Buffer.from(`${expiresAt} ${text}`).toString('base64url')
      return `${payload}.${mark(payload)}`
    },
    read(token, now) {
      const [payload = '', given = ''] = token.split('.')
      const [expected, found] = [Buffer.from(mark(payload)), Buffer.from(given)]
      if (expected.length !== found.length || !timingSafeEqual(expected, found)) return undefined
      const [, expiresAt, text] = /^(\d+) (.*)$/s.exec(Buffer.from(payload, 'base64url').toString()) ?? []
      return Number(expiresAt) > now ? text : undefined
    },
  }
}
