import { useEffect, useState } from 'preact/hooks'
import { useParts } from '../parts.ts'

/** A value once it has not changed for so many milliseconds: what is typed is asked about when the typing stops. */
export function useSettled<Value extends string | undefined>(value: Value, pause = 250): Value {
  const { clock } = useParts()
  const [settled, setSettled] = useState(value)
  useEffect(
    () => (value === settled ? undefined : clock.after(pause, () => setSettled(value))),
    [value, settled, pause, clock],
  )
  return settled
}
