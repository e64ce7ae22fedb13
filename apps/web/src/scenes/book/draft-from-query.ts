import { isTimeZone } from '../../time/wall-time.ts'
import type { Draft } from './draft.ts'

/** What the address asks for: `/book?start=2026-12-20T18:00&minutes=60&timeZone=Asia/Taipei`, a place that was clicked in the calendar. */
export function draftFromQuery(query: Readonly<Record<string, string>>): Partial<Draft> {
  const { start = '', minutes = '', timeZone = '' } = query
  const length = Number(minutes)
  return {
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(start) && {
      date: start.slice(0, 10),
      time: start.slice(11),
      recurrence: null,
      exceptions: [],
      repeated: null,
    }),
    ...(Number.isInteger(length) && length > 0 && length <= 1440 && { minutes: length }),
    ...(timeZone !== '' && isTimeZone(timeZone) && { timeZone }),
  }
}
