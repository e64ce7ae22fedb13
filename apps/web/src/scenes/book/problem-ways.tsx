import type { Problem } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useParts } from '../../parts.ts'
import { instantOf } from '../../time/wall-time.ts'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { type Draft, newDraft, startOf, withStart } from './draft.ts'

export interface ProblemWaysProps {
  readonly problem: Problem
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** What the desk or Zoom cannot do, with the ways out, each by one click. What belongs to one field stands there. */
export function ProblemWays({ problem, draft, onChange }: ProblemWaysProps): VNode | null {
  const speech = useSpeech()
  const { words, format } = speech
  const { clock } = useParts()
  if (problem.says?.code === 'in_the_past') {
    const { date, time } = newDraft(clock.now(), draft.timeZone)
    return (
      <Notice kind="warning" title={sayProblem(problem, speech)}>
        <Button class="button-small" onClick={() => onChange(withStart(draft, `${date}T${time}`))}>
          {words.book.nextFree}
        </Button>
      </Notice>
    )
  }
  const isElsewhere = problem.code === 'refused_by_policy' || problem.says?.code === 'which_of_two'
  if (isElsewhere || (problem.code === 'invalid_input' && problem.field !== undefined)) return null
  const { nearest, split = [] } = problem
  const timeOn = (date: string): string => `${date}T${startOf(draft).slice(11)}`
  const count = (end: { readonly count: number } | { readonly until: string }): number =>
    'count' in end ? end.count : 0
  return (
    <Notice kind="warning" title={sayProblem(problem, speech)}>
      {nearest && (
        <Button class="button-small" onClick={() => onChange({ ...draft, recurrence: nearest, exceptions: [] })}>
          {words.book.nearest}
        </Button>
      )}
      {split.length > 1 && (
        <>
          <p>{words.book.parts}</p>
          <ul class="choices">
            {split.map(({ date, recurrence }) => (
              <li key={date}>
                <Button
                  class="button-small"
                  onClick={() => onChange({ ...withStart(draft, timeOn(date)), recurrence: recurrence ?? null })}
                >
                  {words.book.part(
                    recurrence ? count(recurrence.end) : 1,
                    format.shortDay(instantOf(timeOn(date), draft.timeZone) ?? 0, draft.timeZone),
                  )}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
