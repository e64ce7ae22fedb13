import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and reads the tokens of links (`zak`, `tk`): none has to be kept to be known again, and nobody else can make one. */
export interface TokenSigner {
  /** A token that says `text` until `expiresAt` (ms since 1970). */
  sign(text: string, expiresAt: number): string
  /** What a token says; `undefined` where it is not ours or has expired. */
  read(token: string, now: number): string | undefined
}

const rememberedTokens = 1_000

/** @param secret whoever keeps it keeps the tokens good. */
export function createTokenSigner(secret: string): TokenSigner {
  const mark = (payload: string) => createHmac('sha256', secret).update(payload).digest('base64url')
  /** The same link is asked for again and again, and an HMAC costs more than the rest of many an answer. */
  const made = new Map<string, string>()
  return {
    sign(text, expiresAt) {
      const said = `${expiresAt} ${text}`
      const known = made.get(said)
      if (known !== undefined) return known
      const payload = Buffer.from(said).toString('base64url')
      const token = `${payload}.${mark(payload)}`
      if (made.size >= rememberedTokens) made.clear()
      made.set(said, token)
      return token
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
