import type { Problem } from '@convene/booking/contract'
import type { Failure } from '../api/answer.ts'
import type { Speech } from './words.ts'

/** Why something did not work, and what to do about it. */
export function sayFailure(failure: Failure, speech: Speech): string {
  return failure.is === 'unreachable' ? speech.words.problems.unreachable : sayProblem(failure.problem, speech)
}

export function sayProblem(problem: Problem, { words, say }: Speech): string {
  const { problems } = words
  if (problem.says !== undefined) return say(problem.says)
  if (problem.code === 'too_many_tries') return problems.too_many_tries(Math.ceil((problem.retryAfter ?? 60) / 60))
  if (problem.code === 'internal') return problems.internal(problem.requestId)
  return problems[problem.code]
}
