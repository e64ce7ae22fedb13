import type { Recurrence } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Chips, ManyChips } from '../../components/chips.tsx'
import { TextField } from '../../components/field.tsx'
import { addToDay } from '../../time/wall-time.ts'
import { weekdays } from '../../time/weekdays.ts'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { isLastOfMonth, numberOf, type Repeat, repeatOf, weekdayOf, weekOfMonth, withRepeat } from './repeating.ts'
import type { FieldsProps } from './when-fields.tsx'

const repeats: readonly Repeat[] = ['never', 'daily', 'weekly', 'two_weeks', 'monthly']

export function RepeatFields(props: FieldsProps): VNode {
  const { draft, onChange, problem } = props
  const speech = useSpeech()
  const { words } = speech
  // What was chosen for single dates belongs to the rule.
  const change = (recurrence: Recurrence | null): void =>
    onChange({ ...draft, recurrence, exceptions: [], repeated: null })
  const wrong = problem?.field?.startsWith('recurrence') && problem.code === 'invalid_input'
  return (
    <div class="repeat">
      <Chips
        legend={words.book.repeat}
        choices={repeats.map((value) => ({ value, label: words.book.repeats[value] }))}
        value={repeatOf(draft.recurrence)}
        onChange={(repeat) => change(withRepeat(draft.recurrence, repeat, draft.date))}
        error={wrong && problem && sayProblem(problem, speech)}
      />
      {draft.recurrence && <Rule {...props} rule={draft.recurrence} onRule={change} />}
    </div>
  )
}

interface RuleProps extends FieldsProps {
  readonly rule: Recurrence
  readonly onRule: (rule: Recurrence) => void
}

function Rule(props: RuleProps): VNode {
  const { rule, onRule } = props
  const { words, format } = useSpeech()
  return (
    <div class="rule">
      {rule.freq === 'weekly' && (
        <ManyChips
          legend={words.book.on}
          choices={weekdays.map((value) => ({
            value,
            label: format.weekday(numberOf(value), 'short'),
            fullLabel: format.weekday(numberOf(value)),
          }))}
          values={rule.byDay}
          onChange={(byDay) => byDay.length > 0 && onRule({ ...rule, byDay })}
        />
      )}
      {rule.freq === 'monthly' && <MonthDay {...props} />}
      <div class="fields">
        <TextField
          label={words.book.interval[rule.freq]}
          type="number"
          min={1}
          value={String(rule.interval)}
          onInput={(text) => onRule({ ...rule, interval: Math.max(1, Math.round(Number(text)) || 1) })}
        />
        <End {...props} />
      </div>
    </div>
  )
}

function MonthDay({ draft, rule, onRule }: RuleProps): VNode | null {
  const { words, format } = useSpeech()
  if (rule.freq !== 'monthly') return null
  const weekday = weekdayOf(draft.date)
  const week = weekOfMonth(draft.date)
  const weeks = isLastOfMonth(draft.date) && week !== -1 ? ([week, -1] as const) : [week]
  const monthDay = Number(draft.date.slice(8, 10))
  return (
    <Chips
      legend={words.book.monthlyBy}
      choices={[
        { value: 0, label: words.book.onMonthDay(monthDay) },
        ...weeks.map((value) => ({ value, label: words.book.onWeekday(value, format.weekday(numberOf(weekday))) })),
      ]}
      value={'monthDay' in rule.by ? 0 : rule.by.week}
      onChange={(chosen) => onRule({ ...rule, by: chosen === 0 ? { monthDay } : { week: chosen, weekday } })}
    />
  )
}

function End({ draft, rule, onRule }: RuleProps): VNode {
  const { words } = useSpeech()
  const { end } = rule
  const isCount = 'count' in end
  return (
    <>
      <div class="field">
        <label class="label" for="ends">
          {words.book.ends}
        </label>
        <select
          id="ends"
          class="control"
          value={isCount ? 'count' : 'until'}
          onChange={({ currentTarget: { value } }) =>
            onRule({ ...rule, end: value === 'count' ? { count: 12 } : { until: addToDay(draft.date, 84) } })
          }
        >
          <option value="count">{words.book.endsAfter}</option>
          <option value="until">{words.book.endsOn}</option>
        </select>
      </div>
      {isCount ? (
        <TextField
          label={words.book.count}
          type="number"
          min={1}
          value={String(end.count)}
          onInput={(text) => onRule({ ...rule, end: { count: Math.max(1, Math.round(Number(text)) || 1) } })}
        />
      ) : (
        <TextField
          label={words.book.until}
          type="date"
          min={draft.date}
          value={end.until}
          onInput={(until) => onRule({ ...rule, end: { until } })}
        />
      )}
    </>
  )
}
