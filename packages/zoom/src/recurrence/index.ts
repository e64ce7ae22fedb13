/** How meetings repeat: rules, their dates, Zoom's form of them, sentences and RRULEs. Nothing here asks Zoom. */

export type { ZoomRecurrence } from '../generated/types/schemas.ts'
export { formatRecurrence, type RecurrenceSentenceOptions } from '../invitation/recurrence-sentence.ts'
export { everyDays, everyMonths, everyWeeks, type MonthDayInput } from './every.ts'
export {
  type ExpandRecurrenceOptions,
  expandRecurrence,
  type RecurrenceDate,
  type RecurrencePreview,
} from './expand.ts'
export type { RecurrenceNote } from './notes.ts'
export { rruleFromRecurrence } from './rrule.ts'
export type {
  DailyRule,
  DayOfMonth,
  MonthlyRule,
  RecurrenceEnd,
  RecurrenceRule,
  WeeklyRule,
  WeekOfMonth,
} from './rule.ts'
export { isRecurrenceRule } from './rule.ts'
export { parseRecurrenceText, type RecurrenceTextOptions } from './text.ts'
export { type Weekday, weekdays } from './weekday.ts'
export {
  type RecurrenceFromZoomOptions,
  type RecurrenceZoneOptions,
  recurrenceFromZoom,
  recurrenceToZoom,
} from './zoom.ts'
