import type { VNode } from 'preact'
import type { BlockText } from './tell-block.ts'
import { calendarWords } from './words.ts'

export interface BlockInsideProps {
  readonly text: BlockText
  /** What it says first; `text.what` where nothing else is given. */
  readonly what?: string | undefined
  readonly hours: string
  readonly bookingId: string | null
  readonly tabIndex: 0 | -1
  readonly name: string
  /** Of what can be moved. */
  readonly onMove: (() => void) | undefined
}

/** What a block shows: a link to its booking where the viewer may see it, and a button that moves it. */
export function BlockInside({
  text,
  what = text.what,
  hours,
  bookingId,
  tabIndex,
  name,
  onMove,
}: BlockInsideProps): VNode {
  const { block } = calendarWords.use()
  const face = { class: 'block-face', tabIndex, 'data-place': name }
  const lines = (
    <span class="block-text">
      <span class="block-what">{what}</span>
      <span class="unseen">, </span>
      <span class="block-more">{text.more === '' ? hours : `${hours}, ${text.more}`}</span>
    </span>
  )
  return (
    <>
      {bookingId === null ? (
        <button type="button" {...face}>
          {lines}
        </button>
      ) : (
        <a
          href={`/bookings/${encodeURIComponent(bookingId)}`}
          draggable={false}
          {...face}
          onKeyDown={(event) => {
            if (event.key === 'm' || event.key === 'M') onMove?.()
          }}
        >
          {lines}
        </a>
      )}
      {onMove && (
        <button
          type="button"
          class="block-move"
          tabIndex={-1}
          aria-label={block.move(text.what)}
          title={block.move(text.what)}
          onClick={onMove}
        >
          <span aria-hidden="true" class="move-sign" />
        </button>
      )}
    </>
  )
}
