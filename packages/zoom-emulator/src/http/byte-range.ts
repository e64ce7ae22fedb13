/** From the first to the last byte, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * What a `Range` header asks of a text of so many bytes (RFC 9110 §14.1): `all` without one, or with one that is not understood or
 * asks for several parts; `none` where it asks for nothing that is there.
 */
export function parseRange(header: string | undefined, length: number): ByteRange | 'all' | 'none' {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || from + to === '') return 'all'
  const first = from === '' ? Math.max(length - Number(to), 0) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'all'
  return first > last ? 'none' : { first, last }
}
