import { parseRecurrenceText, type RecurrenceRule } from '@convene/zoom/recurrence'
import type { Column } from './columns.ts'
import type { Cells } from './read-cells.ts'
import { zoomErrorOf } from './zoom-error.ts'

const ends = 'until 2026-12-31 or times 6'

/** Reads how a row repeats, in the words of `--every`, `--until` and `--times`. */
export function readRepeat(cells: Cells, refuse: (field: Column, message: string) => void): RecurrenceRule | undefined {
  const every = cells.get('repeat')
  const until = cells.get('until')
  const times = cells.get('times')
  if (every === undefined) {
    const end = until !== undefined ? 'until' : 'times'
    if (until !== undefined || times !== undefined)
      refuse(end, 'It ends a series, and repeat is empty. Write, for example: repeat "2 weeks on fri"')
    return undefined
  }
  if (until !== undefined && times !== undefined) {
    refuse('times', 'It ends the series, and until does too: keep one of them.')
    return undefined
  }
  if (until === undefined && times === undefined) {
    refuse('repeat', `The series has no end: write ${ends}`)
    return undefined
  }
  if (times !== undefined && !/^\d+$/.test(times)) {
    refuse('times', `It is no whole number. Write, for example: ${ends}`)
    return undefined
  }
  try {
    return parseRecurrenceText(every, { until, count: times === undefined ? undefined : Number(times) })
  } catch (error) {
    const { field, remedy } = zoomErrorOf(error)
    refuse(/until/.test(field) ? 'until' : /count/.test(field) ? 'times' : 'repeat', remedy)
    return undefined
  }
}
