import type { HostView, OpenHours, Weekday } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { Button } from '../../../components/button.tsx'
import { Chips } from '../../../components/chips.tsx'
import { weekdays } from '../../../time/weekdays.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'
import { areInOrder } from './say-hours.ts'

type Hours = NonNullable<HostView['hours']>

export interface HoursFieldsProps {
  readonly hours: Hours | null
  readonly onChange: (hours: Hours | null) => void
  readonly error: string | undefined
}

const usual: OpenHours = { from: '09:00', to: '17:00' }

/** When a host may be booked: always, or at hours for each day of the week. */
export function HoursFields({ hours, onChange, error }: HoursFieldsProps): VNode {
  const { hosts: words } = adminWords.use()
  return (
    <div class="field">
      <Chips
        legend={words.form.hours}
        choices={[
          { value: 'always', label: words.always },
          { value: 'hours', label: words.atHours },
        ]}
        value={hours === null ? 'always' : 'hours'}
        onChange={(value) =>
          onChange(value === 'always' ? null : Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, [usual]])))
        }
        error={error}
      />
      {hours !== null && (
        <div class="hours">
          {weekdays.map((weekday, index) => (
            <DayHours
              key={weekday}
              number={index + 1}
              spans={hours[weekday] ?? []}
              onChange={(spans) => onChange(withDay(hours, weekday, spans))}
            />
          ))}
          <p class="hint">{words.hours.midnight}</p>
        </div>
      )}
    </div>
  )
}

function withDay(hours: Hours, weekday: Weekday, spans: readonly OpenHours[]): Hours {
  const { [weekday]: _before, ...others } = hours
  return spans.length === 0 ? others : { ...others, [weekday]: spans }
}

interface DayHoursProps {
  /** Monday is 1. */
  readonly number: number
  readonly spans: readonly OpenHours[]
  readonly onChange: (spans: readonly OpenHours[]) => void
}

function DayHours({ number, spans, onChange }: DayHoursProps): VNode {
  const { hosts } = adminWords.use()
  const { format } = useSpeech()
  const id = useId()
  const words = hosts.hours
  const weekday = format.weekday(number)
  const replace = (index: number, span: OpenHours): void =>
    onChange(spans.map((one, at) => (at === index ? span : one)))
  return (
    <fieldset class="hours-day" aria-describedby={`${id}-error`}>
      <legend>{weekday}</legend>
      <div class="hours-spans">
        {spans.length === 0 && <span class="hint">{words.closed}</span>}
        {spans.map((span, index) => (
          <div key={index} class="hours-span">
            <input
              class="control"
              type="time"
              aria-label={words.from(weekday)}
              value={span.from}
              onInput={(event) => replace(index, { ...span, from: event.currentTarget.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              class="control"
              type="time"
              aria-label={words.to(weekday)}
              // A time field has no 24:00.
              value={span.to === '24:00' ? '00:00' : span.to}
              onInput={({ currentTarget: { value } }) =>
                replace(index, { ...span, to: value === '00:00' ? '24:00' : value })
              }
            />
            <Button
              kind="quiet"
              label={words.removeOn(weekday)}
              onClick={() => onChange(spans.filter((_, at) => at !== index))}
            >
              {words.remove}
            </Button>
          </div>
        ))}
        <Button kind="quiet" label={words.addOn(weekday)} onClick={() => onChange([...spans, nextOf(spans)])}>
          {words.add}
        </Button>
      </div>
      <p class="field-error" id={`${id}-error`}>
        {spans.some((span) => !areInOrder(span)) && words.wrong(weekday)}
      </p>
    </fieldset>
  )
}

function nextOf(spans: readonly OpenHours[]): OpenHours {
  const last = spans.at(-1)
  return last === undefined || last.to >= '23:00' ? usual : { from: last.to, to: '24:00' }
}
