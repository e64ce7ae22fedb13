/** Chance from a seed: the same seed gives the same numbers, in any process. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** Whether something happens that happens with this probability. */
  hit(probability: number): boolean
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<const T>(from: readonly [T, ...T[]]): T
  bytes(length: number): Uint8Array<ArrayBuffer>
  /** Another source, so that what one part of a world draws does not move what another part gets. */
  fork(name: string): Chance
}

/** sfc32 (Chris Doty-Humphrey, PractRand): small, quick, and even far beyond what a world draws. */
export function createChance(seed: string): Chance {
  let [a, b, c] = mix(seed)
  let count = 1
  const bits = (): number => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round++) bits()
  const next = (): number => bits() / 2 ** 32
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    hit: (probability) => next() < probability,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: ([first, ...others]) => [first, ...others][below(others.length + 1)] ?? first,
    bytes(length) {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at++) bytes[at] = bits() >>> 24
      return bytes
    },
    fork: (name) => createChance(`${seed}/${name}`),
  }
}

/** Three numbers of 32 bits from a text: FNV-1a, begun at three places. */
function mix(text: string): [number, number, number] {
  const from = (start: number): number => {
    let hash = start
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return hash ^ (hash >>> 15)
  }
  return [from(0x811c9dc5), from(0x9e3779b9), from(0x243f6a88)]
}
