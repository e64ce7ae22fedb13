import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { type DayLine, nextQuarter, quarterOf, shareOf } from './day-line.ts'
import type { FreePiece } from './host-rows.ts'
import { percent } from './measures.ts'
import { tellHours } from './tell-hours.ts'
import { calendarWords } from './words.ts'

/** The page that books, with this time in its form. */
export function bookAddress(at: number, timeZone: string): string {
  return `/book?${new URLSearchParams({ start: wallAt(at, timeZone), timeZone })}`
}

export interface FreePlaceProps {
  readonly piece: FreePiece
  readonly line: DayLine
  readonly tabIndex: 0 | -1
  readonly name: string
}

/** A time at which a meeting can begin: by keyboard at its beginning, by a click at the quarter of an hour below the pointer. */
export function FreePlace({ piece, line, tabIndex, name }: FreePlaceProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const { route } = useLocation()
  const ghost = useRef<HTMLSpanElement>(null)
  const first = nextQuarter(piece.from)
  const from = shareOf(line, piece.from)

  function timeBelow(event: MouseEvent & { readonly currentTarget: HTMLElement }): number {
    const { left, right, width } = event.currentTarget.getBoundingClientRect()
    const isTurned = getComputedStyle(event.currentTarget).direction === 'rtl'
    const share = (isTurned ? right - event.clientX : event.clientX - left) / width
    return Math.max(first, quarterOf(piece.from + share * (piece.to - piece.from)))
  }

  return (
    <li class="free" style={{ insetInlineStart: percent(from), inlineSize: percent(shareOf(line, piece.to) - from) }}>
      {/* biome-ignore lint/a11y/useAnchorContent: its label says it; what is in it is for the pointer */}
      <a
        class="free-face"
        href={bookAddress(first, line.timeZone)}
        tabIndex={tabIndex}
        data-place={name}
        aria-label={words.book(tellHours(piece, line, words, format))}
        onPointerMove={(event) => {
          const element = ghost.current
          if (element === null || event.pointerType === 'touch') return
          const at = timeBelow(event)
          element.textContent = format.time(at)
          element.style.insetInlineStart = percent((at - piece.from) / (piece.to - piece.from))
        }}
        onClick={(event) => {
          // A click that comes from the keyboard has no place.
          if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          event.stopPropagation()
          route(bookAddress(timeBelow(event), line.timeZone))
        }}
      />
      <span class="free-ghost" aria-hidden="true" ref={ghost} />
    </li>
  )
}
