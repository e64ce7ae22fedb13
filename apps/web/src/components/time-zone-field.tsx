import type { ComponentChildren, VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { useParts } from '../parts.ts'
import { useFormats } from '../words/words.ts'
import { SelectField } from './field.tsx'

export interface TimeZoneFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (timeZone: string) => void
  readonly hint?: ComponentChildren
  readonly error?: ComponentChildren
}

/** Every zone that the browser knows; typing a city in the open list finds it. */
export function TimeZoneField({ label, value, onChange, hint, error }: TimeZoneFieldProps): VNode {
  const format = useFormats()
  const { clock } = useParts()
  const options = useMemo(() => {
    const now = clock.now()
    const known = Intl.supportedValuesOf('timeZone')
    const all = known.includes(value) ? known : [value, ...known]
    return all
      .map((zone) => ({ value: zone, label: format.zone(zone, now) }))
      .sort((a, b) => a.label.localeCompare(b.label))
  }, [value, format, clock])
  return <SelectField label={label} value={value} options={options} onChange={onChange} hint={hint} error={error} />
}
