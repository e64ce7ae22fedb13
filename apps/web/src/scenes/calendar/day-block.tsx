import type { VNode } from 'preact'
import { useSpeech } from '../../words/words.ts'
import { type DayLine, quarterOf, shareOf } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { percent } from './measures.ts'
import { MovableBlock } from './movable-block.tsx'
import { tellBlock } from './tell-block.ts'
import { calendarWords } from './words.ts'

export interface DayBlockProps {
  readonly piece: BlockPiece
  readonly line: DayLine
  readonly now: number
  readonly tabIndex: 0 | -1
  readonly name: string
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** What is held of a lane. */
export function DayBlock({ piece, line, ...rest }: DayBlockProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const startsAt = Date.parse(piece.block.startsAt)
  return (
    <MovableBlock
      {...rest}
      piece={piece}
      text={tellBlock(piece.block, piece.looks, line, words, format)}
      startAfter={({ onwards }) => quarterOf(startsAt + onwards * (line.to - line.from))}
      placeAt={(at) => {
        const from = shareOf(line, piece.from + at - startsAt)
        const to = shareOf(line, piece.to + at - startsAt)
        return { insetInlineStart: percent(from), inlineSize: percent(to - from) }
      }}
    />
  )
}
