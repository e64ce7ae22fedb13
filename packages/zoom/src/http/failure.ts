import { ZoomError, type ZoomErrorCode, type ZoomErrorDetails } from '../errors.ts'
import type { Operation } from './operation.ts'

/** An attempt that did not succeed: an error that was not thrown yet, because the request may go out again. */
export interface Failure {
  readonly code: ZoomErrorCode
  readonly message: string
  /** `not_done`: surely nothing happened at Zoom. `unknown`: nobody can know. */
  readonly outcome: 'not_done' | 'unknown'
  readonly details: ZoomErrorDetails
  /** Zoom did not accept the token: a new one may help. */
  readonly tokenRefused?: true
  /** Nothing changes by trying again, although the code alone would allow it. */
  readonly final?: true
}

/** Makes the error of a failure; `outcome` is told only where the operation changes something. */
export function errorFromFailure(failure: Failure, operation: Operation, outcome: Failure['outcome']): ZoomError {
  const evidence = { ...failure.details, operation: operation.id }
  return new ZoomError(failure.code, failure.message, operation.repeat === 'safe' ? evidence : { ...evidence, outcome })
}

/** What to do after a write of which nobody knows whether it was done. */
export function remedyOfUnknown(operation: Pick<Operation, 'repeat'>): string {
  if (operation.repeat === 'safe') return 'Try again later.'
  return operation.repeat === 'absolute'
    ? 'It may have been done; it may be repeated, which ends in the same state.'
    : 'It may have been done: look for what it makes before you repeat it.'
}
