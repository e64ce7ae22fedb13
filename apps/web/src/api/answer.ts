import type { Problem } from '@convene/booking/contract'

/** What came of a call. Nothing is thrown. */
export type Answer<Value> =
  | { readonly is: 'good'; readonly value: Value }
  | { readonly is: 'refused'; readonly problem: Problem }
  /** No answer, or one that is not the desk's: whether a write was done is not known, and it may be repeated with its key. */
  | { readonly is: 'unreachable' }
  | { readonly is: 'given_up' }

/** Why a call did not give what was asked. */
export type Failure = Exclude<Answer<never>, { readonly is: 'good' | 'given_up' }>
