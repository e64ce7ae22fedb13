/** How a page may look to somebody: the width of the screen and the colours. */
export interface Look {
  readonly width: 320 | 1280
  readonly colorScheme: 'light' | 'dark'
}

const eachOnce: readonly Look[] = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
]
const theOthers: readonly Look[] = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
]

/**
 * Both widths and both colours, each once: what a width breaks and what colours break have nothing to do with each other. All four
 * where pictures are taken, with `CONVENE_PICTURES=1`.
 */
export const looks: readonly Look[] = process.env.CONVENE_PICTURES === '1' ? [...eachOnce, ...theOthers] : eachOnce
