import { cutToWidth } from '../output/text-width.ts'
import type { Surroundings } from '../surroundings.ts'

/** How far a run is. */
export interface Counts {
  readonly total: number
  readonly made: number
  /** Refused, or left to a person. */
  readonly failed: number
  /** Why it stands, if it does, in words. */
  readonly waiting?: string | undefined
}

/** Shows how far a run is: a bar on a terminal, else a line now and then. */
export interface Progress {
  show(counts: Counts): void
  /** A line that stays, above the bar. */
  line(text: string): void
  /** Takes the bar away. */
  end(): void
}

const barWidth = 24
/** How often a bar moves, and how often a line is written where there is no terminal, in ms. */
const pauseMs = { terminal: 100, plain: 10_000 }

export function createProgress({ stderr, now, env }: Pick<Surroundings, 'stderr' | 'now' | 'env'>): Progress {
  const isTerminal = stderr.isTTY === true && env.TERM !== 'dumb'
  let shownAt = isTerminal ? Number.NEGATIVE_INFINITY : now()
  let shown = ''
  let waiting: string | undefined
  const write = (text: string) => void stderr.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`)
  return {
    show(counts) {
      const pause = isTerminal ? pauseMs.terminal : pauseMs.plain
      const isNews = counts.waiting !== undefined && counts.waiting !== waiting
      if (now() - shownAt < pause && !isNews) return
      const text = isTerminal
        ? cutToWidth(`${barOf(counts)} ${textOf(counts)}`, (stderr.columns || 80) - 1)
        : textOf(counts)
      if (text === shown) return
      shownAt = now()
      shown = text
      waiting = counts.waiting
      write(text)
    },
    line(text) {
      if (!isTerminal) return void stderr.write(`${text}\n`)
      write(`${text}\n`)
      if (shown !== '') stderr.write(shown)
    },
    end() {
      if (isTerminal && shown !== '') write('')
      shown = ''
    },
  }
}

function barOf({ total, made, failed }: Counts): string {
  const full = Math.floor(((made + failed) / Math.max(1, total)) * barWidth)
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}]`
}

function textOf({ total, made, failed, waiting }: Counts): string {
  return [`${made} of ${total} made`, failed > 0 && `${failed} not`, waiting].filter(Boolean).join(', ')
}
