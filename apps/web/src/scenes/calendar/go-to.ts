import type { Span } from './side-by-side.ts'

/** A place in lines of things: which line, and which thing of it. */
export interface Place {
  readonly line: number
  readonly index: number
}

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

const arrowKeys: ReadonlySet<string> = new Set<ArrowKey>([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
])

export function isArrowKey(key: string): key is ArrowKey {
  return arrowKeys.has(key)
}

/**
 * Where a key leads from a place: along its line, or to what is at the same time in the next line that holds anything. At an edge it
 * stays where it is.
 *
 * @param at the time that is kept on the way through lines: where the way began, so that down and up lead back
 */
export function goTo(lines: readonly (readonly Span[])[], { line, index }: Place, key: ArrowKey, at?: number): Place {
  const here = lines[line] ?? []
  if (key === 'Home') return { line, index: 0 }
  if (key === 'End') return { line, index: Math.max(0, here.length - 1) }
  if (key === 'ArrowLeft') return { line, index: Math.max(0, index - 1) }
  if (key === 'ArrowRight') return { line, index: Math.max(0, Math.min(here.length - 1, index + 1)) }
  const step = key === 'ArrowUp' ? -1 : 1
  const from = at ?? here[index]?.from ?? 0
  for (let next = line + step; next >= 0 && next < lines.length; next += step) {
    const found = lines[next] ?? []
    if (found.length > 0) return { line: next, index: nearestTo(found, from) }
  }
  return { line, index }
}

/** The first place of all; `undefined` where there is nothing. */
export function firstPlace(lines: readonly (readonly Span[])[]): Place | undefined {
  const line = lines.findIndex((one) => one.length > 0)
  return line === -1 ? undefined : { line, index: 0 }
}

/** What is on at an instant, else what is nearest to it. */
function nearestTo(spans: readonly Span[], at: number): number {
  const away = ({ from, to }: Span): number => (at < from ? from - at : at >= to ? at - to + 1 : 0)
  let best = 0
  spans.forEach((span, index) => {
    const other = spans[best]
    if (other !== undefined && away(span) < away(other)) best = index
  })
  return best
}
