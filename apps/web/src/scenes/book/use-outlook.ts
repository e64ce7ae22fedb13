import type { BookingPreviewView, Problem } from '@convene/booking/contract'
import { useRef } from 'preact/hooks'
import type { Failure } from '../../api/answer.ts'
import { previewBooking } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSettled } from '../../api/use-settled.ts'
import { type Draft, hasTimes, timesOf } from './draft.ts'

/** What would become of the draft now. */
export interface Outlook {
  /** The last answer, which may be of what was typed before. */
  readonly preview: BookingPreviewView | undefined
  readonly problem: Problem | undefined
  readonly failure: Failure | undefined
  /** Whether the answer is for what stands in the form. */
  readonly isFresh: boolean
}

/** A preview looks at times alone; the desk wants a title of at least a letter. */
const title = '–'

export function useOutlook(draft: Draft): Outlook {
  const wanted = hasTimes(draft) ? JSON.stringify(timesOf(draft)) : undefined
  const asked = useSettled(wanted)
  const call = asked === undefined ? undefined : previewBooking({ title, ...JSON.parse(asked) })
  const { value, failure, problem } = useAnswer(call, ({ is }) => is === 'calendar_changed')
  const last = useRef<BookingPreviewView | undefined>(undefined)
  if (value !== undefined) last.current = value
  return {
    // What was said of other times stays while the desk is asked; where it does not answer, nothing is known of these.
    preview: failure === undefined ? (value ?? last.current) : undefined,
    problem,
    failure,
    isFresh: wanted === asked && (value !== undefined || failure !== undefined),
  }
}
