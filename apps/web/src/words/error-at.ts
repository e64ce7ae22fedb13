import type { Problem } from '@convene/booking/contract'
import { sayProblem } from './problems.ts'
import type { Speech } from './words.ts'

/** What the desk says of a field; `undefined` when it is well. `hours` is meant by `hours.monday[0].to` as well. */
export function errorAt(problem: Problem | undefined, field: string, speech: Speech): string | undefined {
  const at = problem?.field
  if (problem === undefined || at === undefined) return undefined
  return at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`)
    ? sayProblem(problem, speech)
    : undefined
}
