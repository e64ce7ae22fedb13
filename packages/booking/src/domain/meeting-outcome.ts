import type { BookingState } from './booking.ts'

/** What became of a booking's meeting at Zoom, as safe creation tells it. */
export interface MeetingOutcome {
  readonly meetingKey: string
  /**
   * `waiting`: nothing is made yet; `unknown`: Zoom has not answered; `made`: there is one meeting, whatever is still to change of it;
   * `gone`: somebody has deleted it; `undecided`: several could be it; `none`: there shall be none.
   */
  readonly is: 'waiting' | 'unknown' | 'made' | 'gone' | 'undecided' | 'none'
  /** Of `made`. */
  readonly meeting: { readonly id: number; readonly joinUrl: string } | undefined
  /** Of `made`: a change is on its way, so that what Zoom shows in this moment says little. */
  readonly isChanging: boolean
  /** Of `made`: in what Zoom shows something else than what was booked. */
  readonly differences: readonly Difference[]
  /** Of `undecided`. */
  readonly candidates: readonly number[]
}

/** A field in which Zoom shows something else than what was booked. */
export interface Difference {
  /** Zoom's name for it: `topic`, `agenda`, `start_time`, `duration`, `join_url`, or `dates` for single dates of a series. */
  readonly field: string
  readonly booked: unknown
  readonly atZoom: unknown
}

/** Where a booking stands after this news of its meeting. */
export function stateAfter(state: BookingState, { is }: Pick<MeetingOutcome, 'is'>): BookingState {
  if (state !== 'reserved' && state !== 'unknown' && state !== 'confirmed') return state
  switch (is) {
    case 'made':
      return 'confirmed'
    case 'unknown':
    case 'undecided':
      return 'unknown'
    case 'gone':
    case 'waiting':
    case 'none':
      return 'reserved'
  }
}
