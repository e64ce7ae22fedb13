import type { BookingView, ChangeScope } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Chips } from '../../components/chips.tsx'
import { SelectField } from '../../components/field.tsx'
import { useNow } from '../../parts.ts'
import { useSpeech } from '../../words/words.ts'

export interface ScopeFieldsProps {
  readonly booking: BookingView
  readonly scope: ChangeScope
  readonly onChange: (scope: ChangeScope) => void
}

/** Which dates of a series are meant; of a single meeting there is nothing to ask. */
export function ScopeFields({ booking, scope, onChange }: ScopeFieldsProps): VNode | null {
  const { words, format } = useSpeech()
  const now = useNow()
  const toCome = booking.occurrences.filter(({ startsAt }) => Date.parse(startsAt) > now)
  const [first] = toCome
  if (booking.recurrence === null || first === undefined || booking.occurrences.length === 1) return null
  const date = scope.scope === 'all' ? first.date : scope.date
  const shown = toCome.find((one) => one.date === date) ?? first
  const day = format.shortDay(shown.startsAt, booking.timeZone)
  return (
    <>
      <Chips<ChangeScope['scope']>
        legend={words.booking.scope}
        choices={[
          { value: 'one', label: words.booking.scopeOne(day) },
          { value: 'following', label: words.booking.scopeFollowing(day) },
          { value: 'all', label: words.booking.scopeAll },
        ]}
        value={scope.scope}
        onChange={(chosen) => onChange(chosen === 'all' ? { scope: chosen } : { scope: chosen, date })}
      />
      {scope.scope !== 'all' && (
        <SelectField
          label={scope.scope === 'one' ? words.booking.whichDate : words.booking.fromDate}
          value={date}
          options={toCome.map((one) => ({
            value: one.date,
            label: format.moment(one.startsAt, booking.timeZone),
          }))}
          onChange={(chosen) => onChange({ scope: scope.scope, date: chosen })}
        />
      )}
    </>
  )
}
