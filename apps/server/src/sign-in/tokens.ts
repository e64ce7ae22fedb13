import { createHash, timingSafeEqual } from 'node:crypto'

/** `length` bytes of chance. */
export type RandomBytes = (length: number) => Uint8Array

/** 256 bits that nobody guesses, in letters that a URL and a cookie take as they are. */
export function createToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/**
 * What is kept of a token. A copy of the database signs nobody in, and who looks for a row by it learns nothing from the time that takes:
 * to come near a hash, one would need to know the token.
 */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Takes the same time for every text of the same length, wherever they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
