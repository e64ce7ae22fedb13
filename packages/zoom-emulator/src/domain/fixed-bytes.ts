import { createChance } from './chance.ts'

/** Bytes that look like chance and are the same at every run. */
export interface FixedBytes {
  readonly take: (length: number) => Uint8Array
  /** Begins again with the first one. */
  restart(): void
}

export function createFixedBytes(seed: number): FixedBytes {
  let chance = createChance(seed)
  return {
    take(length) {
      const bytes = new Uint8Array(length)
      // One number of chance has four bytes in it.
      for (let place = 0, four = 0; place < length; place++, four >>>= 8) {
        if (place % 4 === 0) four = chance() * 2 ** 32
        bytes[place] = four
      }
      return bytes
    },
    restart() {
      chance = createChance(seed)
    },
  }
}
