import { createHash, createHmac } from 'node:crypto'

/** WebCrypto ends its work in any order, on threads of its own; these end it at once. */
export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}

export async function hmacSha256(key: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(createHmac('sha256', key).update(text).digest())
}
