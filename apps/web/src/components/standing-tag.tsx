import type { StandingCode } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useWords } from '../words/words.ts'
import { classes } from './classes.ts'

type Look = 'good' | 'wait' | 'bad' | 'over'

/** How each standing looks; the word says it. */
export const lookOf: Readonly<Record<StandingCode, Look>> = {
  ready: 'good',
  running: 'good',
  waits_for_approval: 'wait',
  asking_zoom: 'wait',
  no_answer: 'wait',
  zoom_away: 'wait',
  limited: 'wait',
  changing: 'wait',
  cancelling: 'wait',
  refused_by_zoom: 'bad',
  sign_in_refused: 'bad',
  scope_missing: 'bad',
  undecided: 'bad',
  gone: 'bad',
  differs: 'bad',
  overruns: 'bad',
  cancelled: 'over',
  declined: 'over',
  ended: 'over',
}

/** Where a booking stands, in a word or two. */
export function StandingTag({ code }: { readonly code: StandingCode }): VNode {
  const { standings } = useWords()
  return <span class={classes('standing', `standing-${lookOf[code]}`)}>{standings[code]}</span>
}
