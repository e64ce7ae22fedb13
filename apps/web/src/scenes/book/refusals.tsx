import type { Nearest, RefusalView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { instantOf } from '../../time/wall-time.ts'
import { type Speech, useSpeech } from '../../words/words.ts'
import { type Draft, withStart } from './draft.ts'

export interface RefusalsProps {
  readonly refusals: readonly RefusalView[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** The rules that are broken, each with the nearest that would pass. */
export function Refusals({ refusals, draft, onChange }: RefusalsProps): VNode {
  const speech = useSpeech()
  return (
    <>
      {refusals.map(({ rule, says, nearest }) => (
        <Notice key={rule} kind="warning" title={speech.words.book.rule}>
          <p>{speech.say(says)}</p>
          {nearest && (
            <Button class="button-small" onClick={() => onChange(withNearest(draft, nearest))}>
              {sayNearest(nearest, draft, speech)}
            </Button>
          )}
        </Notice>
      ))}
    </>
  )
}

/** Another start moves the whole series; another length and another end leave it where it is. */
function withNearest(draft: Draft, nearest: Nearest): Draft {
  if ('minutes' in nearest) return { ...draft, minutes: nearest.minutes }
  if ('start' in nearest) return withStart(draft, nearest.start)
  const { recurrence } = draft
  return recurrence === null ? draft : { ...draft, recurrence: { ...recurrence, end: { until: nearest.until } } }
}

function sayNearest(nearest: Nearest, { timeZone }: Draft, { words, format }: Speech): string {
  if ('minutes' in nearest) return words.book.takeMinutes(format.minutes(nearest.minutes))
  if ('start' in nearest) return words.book.take(format.moment(instantOf(nearest.start, timeZone) ?? 0, timeZone))
  return words.book.takeUntil(format.shortDay(`${nearest.until}T00:00:00Z`, 'UTC'))
}
