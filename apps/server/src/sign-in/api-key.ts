import type { RandomBytes } from './tokens.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The letters of 256 bits: 62^43 > 2^256. */
const length = 43
const shape = new RegExp(`^cvn_[0-9A-Za-z]{${length}}$`)

/** A key for programs: 256 bits behind `cvn_`, by which scanners for leaked secrets know it; one double click marks it whole. */
export function createApiKey(randomBytes: RandomBytes): string {
  let rest = BigInt(`0x${Buffer.from(randomBytes(32)).toString('hex')}`)
  let key = ''
  for (let at = 0; at < length; at++, rest /= 62n) key += letters[Number(rest % 62n)]
  return `cvn_${key}`
}

/** The key of an `Authorization` header (RFC 6750 §2.1); `undefined`: it holds none of ours. */
export function apiKeyFrom(authorization: string): string | undefined {
  const [scheme, key, ...more] = authorization.trim().split(/ +/)
  return scheme?.toLowerCase() === 'bearer' && more.length === 0 && shape.test(key ?? '') ? key : undefined
}
