import type { Page } from 'playwright-core'
import { checkReadable } from './read-by-everybody.ts'

/** How a page may look to somebody: the width of the screen and the colours. */
interface Look {
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

/** Everything that is wrong with how a page reads, on each screen and in each of the colours that somebody may have. */
export async function checkEachLook(tab: Page, name: string): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await tab.setViewportSize({ width, height: 800 })
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await checkReadable(tab, `${name}-${width}-${colorScheme}`)
  }
}

/**
 * Both widths and both colours, each once: what a width breaks and what colours break have nothing to do with each other. All four
 * where pictures are taken, with `CONVENE_PICTURES=1`.
 */
const looks: readonly Look[] = process.env.CONVENE_PICTURES === '1' ? [...eachOnce, ...theOthers] : eachOnce
