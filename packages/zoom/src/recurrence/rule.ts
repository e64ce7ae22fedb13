import type { Weekday } from './weekday.ts'

/** After how many dates, or after which local date (that day included), a series ends. */
export type RecurrenceEnd =
  | { readonly count: number; readonly until?: never }
  | { readonly until: string; readonly count?: never }

/** Which weekday of a month. */
export type WeekOfMonth = 'first' | 'second' | 'third' | 'fourth' | 'last'

/** The day of a month, or a weekday of one. */
export type DayOfMonth = { readonly day: number } | { readonly week: WeekOfMonth; readonly weekday: Weekday }

interface RuleBase {
  /** Every how many days, weeks or months. */
  readonly interval: number
  /** Absent for a series without an end. */
  readonly end?: RecurrenceEnd
}

/** Every day, or every so many days. */
export interface DailyRule extends RuleBase {
  readonly every: 'day'
}

/** On some days of every week, or of every so many weeks. */
export interface WeeklyRule extends RuleBase {
  readonly every: 'week'
  /** In the order of the week, which begins on Sunday. */
  readonly days: readonly Weekday[]
}

/** On one day of every month, or of every so many months. */
export interface MonthlyRule extends RuleBase {
  readonly every: 'month'
  readonly on: DayOfMonth
}

/** How a meeting repeats: plain data that `everyDays`, `everyWeeks` and `everyMonths` make. */
export type RecurrenceRule = DailyRule | WeeklyRule | MonthlyRule

/** In the order of Zoom's numbers 1 to 4; `last` is -1 there. */
export const weeksOfMonth: readonly WeekOfMonth[] = ['first', 'second', 'third', 'fourth', 'last']

/** Tells our rule from Zoom's own recurrence object. */
export function isRecurrenceRule(value: object): value is RecurrenceRule {
  return 'every' in value
}
