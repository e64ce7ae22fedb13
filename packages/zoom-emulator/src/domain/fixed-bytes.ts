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
    take: (length) => Uint8Array.from({ length }, () => Math.floor(chance() * 256)),
    restart() {
      chance = createChance(seed)
    },
  }
}
