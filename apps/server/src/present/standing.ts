import type { Booking, BookingState } from '@convene/booking'
import type { Standing, StandingCode } from '@convene/booking/contract'
import type { MeetingStatus } from '@convene/zoom/ensure'
import { presentInstant } from './instant.ts'

/** What is known of a booking beside its state. */
export interface StandingParts {
  /** Of safe creation; `undefined`: it was not asked for anything yet. */
  readonly status: Pick<MeetingStatus, 'state' | 'reason' | 'nextAt' | 'sentence' | 'differs'> | undefined
  /** Whether one of its dates is under way. */
  readonly isRunning: boolean
  /** Whether it still runs at Zoom though its end has passed and the next booking of its lane is near. */
  readonly overruns: boolean
}

/** States of a booking that Zoom has no say in. */
const settled: Partial<Record<BookingState, StandingCode>> = {
  requested: 'waits_for_approval',
  declined: 'declined',
  ended: 'ended',
}

/** Where a booking stands: its state, and what safe creation knows of its meeting. */
export function standingOf(
  { state }: Pick<Booking, 'state'>,
  { status, isRunning, overruns }: StandingParts,
): Standing {
  // Its time is over, and it still runs.
  if (state === 'ended' && overruns) return { ...nothing, code: 'overruns' }
  const known = settled[state]
  if (known !== undefined) return { ...nothing, code: known }
  const code = codeOf(state, status)
  const nextAt = code === 'ready' || status?.nextAt === undefined ? null : presentInstant(status.nextAt.getTime())
  if (code === 'ready' && overruns) return { ...nothing, code: 'overruns' }
  if (code === 'ready' && isRunning) return { ...nothing, code: 'running' }
  if (code === 'differs') return { ...nothing, code, fields: status?.differs ?? [] }
  if (code === 'refused_by_zoom') return { ...nothing, code, zoomSays: wordsOfZoom(status?.sentence ?? '') }
  return { ...nothing, code, nextAt }
}

const nothing = { nextAt: null, fields: [], zoomSays: null } as const

function codeOf(state: BookingState, status: StandingParts['status']): StandingCode {
  if (state === 'cancelled') return status?.state === 'cancelling' ? 'cancelling' : 'cancelled'
  if (status === undefined) return 'asking_zoom'
  switch (status.state) {
    case 'published':
      return status.differs.length > 0 ? 'differs' : 'ready'
    case 'refused':
      return 'refused_by_zoom'
    case 'undecided':
    case 'gone':
    case 'cancelling':
      return status.state
    case 'cancelled':
      return 'asking_zoom'
    case 'changing':
      return hindranceOf(status.reason) ?? 'changing'
    case 'unknown':
      return hindranceOf(status.reason) ?? 'no_answer'
    default:
      return hindranceOf(status.reason) ?? 'asking_zoom'
  }
}

function hindranceOf(reason: MeetingStatus['reason']): StandingCode | undefined {
  switch (reason) {
    case 'no_answer':
    case 'zoom_away':
    case 'limited':
    case 'sign_in_refused':
    case 'scope_missing':
      return reason
    default:
      return undefined
  }
}

/** Zoom's message out of safe creation's sentence about it. */
function wordsOfZoom(sentence: string): string {
  return /^Zoom refuses [^:]*: (.*) It is tried again when something is changed\./s.exec(sentence)?.[1] ?? sentence
}
