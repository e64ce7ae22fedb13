import type { Problem } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Chips } from '../../components/chips.tsx'
import { TextField } from '../../components/field.tsx'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { useParts } from '../../parts.ts'
import { useMe } from '../../shell/session.ts'
import { instantOf, wallAt } from '../../time/wall-time.ts'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { type Draft, startOf, withStart } from './draft.ts'
import { followDate } from './repeating.ts'

export interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** Of the field that it names. */
  readonly problem: Problem | undefined
}

export interface WhenFieldsProps extends FieldsProps {
  /** `false`: one date of a series has the zone of all. */
  readonly hasOwnZone?: boolean
}

export const usualMinutes: readonly number[] = [30, 40, 60, 90]
const most = 1440

export function WhenFields({ draft, onChange, problem, hasOwnZone = true }: WhenFieldsProps): VNode {
  const speech = useSpeech()
  const { words, format } = speech
  const { clock } = useParts()
  const today = wallAt(clock.now(), draft.timeZone).slice(0, 10)
  const wrong = (field: string): string | undefined =>
    problem?.field === field && problem.says?.code !== 'which_of_two' ? sayProblem(problem, speech) : undefined
  return (
    <div class="when">
      <div class="fields">
        <TextField
          label={words.book.date}
          type="date"
          value={draft.date}
          min={today}
          error={draft.date === '' ? words.book.dateMissing : wrong('start')}
          onInput={(date) =>
            onChange({
              ...withStart(draft, `${date}T${draft.time}`),
              recurrence: date === '' ? draft.recurrence : followDate(draft.recurrence, draft.date, date),
            })
          }
        />
        <TextField
          label={words.book.time}
          type="time"
          value={draft.time}
          step={300}
          error={draft.time === '' && words.book.timeMissing}
          onInput={(time) => onChange(withStart(draft, `${draft.date}T${time}`))}
        />
      </div>
      {problem?.says?.code === 'which_of_two' && <WhichOfTwo draft={draft} onChange={onChange} problem={problem} />}
      <Chips
        legend={words.book.length}
        choices={usualMinutes.map((value) => ({ value, label: format.minutes(value) }))}
        value={draft.minutes}
        onChange={(minutes) => onChange({ ...draft, minutes })}
        error={draft.minutes === 0 ? words.book.lengthMissing : wrong('minutes')}
      >
        <OwnLength minutes={draft.minutes} onChange={(minutes) => onChange({ ...draft, minutes })} />
      </Chips>
      {hasOwnZone && <Zone draft={draft} onChange={onChange} problem={problem} />}
    </div>
  )
}

interface OwnLengthProps {
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}

/** Empty as long as one of the usual lengths is chosen; what is being typed stays, even if it is one of them for a moment. */
function OwnLength({ minutes, onChange }: OwnLengthProps): VNode {
  const { book } = useSpeech().words
  const [typed, setTyped] = useState('')
  const isTyped = typed !== '' && Number(typed) === minutes
  return (
    <input
      class="control own-length"
      type="number"
      inputMode="numeric"
      aria-label={book.ownLength}
      placeholder={book.ownLengthShort}
      min={1}
      max={most}
      value={isTyped ? typed : usualMinutes.includes(minutes) || minutes === 0 ? '' : minutes}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value)
        onChange(Math.round(Number(value)) || 0)
      }}
    />
  )
}

/** Folded up as long as it is the viewer's own. */
function Zone({ draft, onChange, problem }: FieldsProps): VNode {
  const { words, format } = useSpeech()
  const me = useMe()
  const { clock } = useParts()
  const at = instantOf(startOf(draft), draft.timeZone) ?? clock.now()
  return (
    <details class="zone" open={draft.timeZone !== me.timeZone || problem?.field === 'timeZone'}>
      <summary>
        {words.book.zone(format.zone(draft.timeZone, at))} <span class="more">{words.book.otherZone}</span>
      </summary>
      <TimeZoneField
        label={words.book.timeZone}
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ ...draft, timeZone, repeated: null })}
      />
    </details>
  )
}

/** The clocks repeat the start: nobody but the organiser knows which of the two is meant. */
function WhichOfTwo({ draft, onChange, problem }: FieldsProps): VNode | null {
  const { words, say } = useSpeech()
  if (problem?.says?.code !== 'which_of_two') return null
  const { earlier, later } = problem.says.values
  return (
    <div class="notice notice-warning">
      <p>{say(problem.says)}</p>
      <Chips<'earlier' | 'later'>
        legend={words.book.twice}
        choices={[
          { value: 'earlier', label: words.book.earlier(`UTC${earlier}`) },
          { value: 'later', label: words.book.later(`UTC${later}`) },
        ]}
        value={draft.repeated ?? undefined}
        onChange={(repeated) => onChange({ ...draft, repeated })}
      />
    </div>
  )
}
