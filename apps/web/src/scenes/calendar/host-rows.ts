import type { CalendarBlock, CalendarHost } from '@convene/booking/contract'
import { type Looks, looksOf } from './looks.ts'
import type { Span } from './side-by-side.ts'

/** What stands in a lane, from left to right: a block, or a time at which a meeting can begin. */
export type Piece = BlockPiece | FreePiece

export interface BlockPiece extends Span {
  readonly is: 'block'
  readonly block: CalendarBlock
  readonly looks: Looks
}

export interface FreePiece extends Span {
  readonly is: 'free'
}

export interface Lane {
  /** Numbered from 1; those above the lanes of the host hold what an admin has put there. */
  readonly number: number
  readonly pieces: readonly Piece[]
}

export interface HostRow {
  readonly host: CalendarHost
  /** When it may not be booked. */
  readonly closed: readonly Span[]
  readonly lanes: readonly Lane[]
}

export interface RowsInput {
  readonly hosts: readonly CalendarHost[]
  readonly blocks: readonly CalendarBlock[]
  readonly day: Span
  /** From when on a meeting can begin. */
  readonly earliest: number
  /** When a host may be booked on this day; `undefined`: at any time. */
  readonly openOf: (host: CalendarHost) => readonly Span[] | undefined
}

/** Shorter times are not offered. */
const shortestFree = 15 * 60_000

/** The hosts of a day with what stands in each of their lanes. */
export function hostRows(input: RowsInput): HostRow[] {
  const byHost = Map.groupBy(input.blocks, ({ hostId }) => hostId)
  return input.hosts.map((host) => {
    const blocks = Map.groupBy(byHost.get(host.id) ?? [], ({ lane }) => lane)
    const numbers = new Set([...Array.from({ length: host.lanes }, (_, index) => index + 1), ...blocks.keys()])
    const lanes = [...numbers]
      .sort((a, b) => a - b)
      .map((number) => ({ number, pieces: piecesOf(host, number, blocks.get(number) ?? [], input) }))
    const open = input.openOf(host)
    return { host, closed: open ? without(input.day, open) : [], lanes }
  })
}

function piecesOf(host: CalendarHost, lane: number, blocks: readonly CalendarBlock[], input: RowsInput): Piece[] {
  const { day, earliest } = input
  const shown = blocks
    .map(
      (block): BlockPiece => ({
        is: 'block',
        block,
        looks: looksOf(block, host),
        from: Math.max(Date.parse(block.startsAt), day.from),
        to: Math.min(Date.parse(block.endsAt), day.to),
      }),
    )
    .filter(({ from, to }) => from < to)
  if (!host.isActive || lane > host.lanes) return shown.sort(byTime)
  const held = blocks.map(({ heldFrom, heldTo }) => ({ from: Date.parse(heldFrom), to: Date.parse(heldTo) }))
  const open = input.openOf(host) ?? [day]
  const free = open
    .flatMap(({ from, to }) => without({ from: Math.max(from, earliest, day.from), to: Math.min(to, day.to) }, held))
    .filter(({ from, to }) => to - from >= shortestFree)
    .map((span): FreePiece => ({ is: 'free', ...span }))
  return [...shown, ...free].sort(byTime)
}

/** What is left of a span without others. */
export function without(span: Span, others: readonly Span[]): Span[] {
  const left: Span[] = []
  let from = span.from
  for (const other of [...others].sort(byTime)) {
    if (other.to <= from) continue
    if (other.from >= span.to) break
    if (other.from > from) left.push({ from, to: other.from })
    from = other.to
  }
  return from < span.to ? [...left, { from, to: span.to }] : left
}

function byTime(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to
}
