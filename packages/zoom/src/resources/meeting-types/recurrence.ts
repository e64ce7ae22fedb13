/** How a series repeats: 1 daily, 2 weekly, 3 monthly. */
export type RecurrenceType = 1 | 2 | 3

/** A day of the week as Zoom counts: 1 Sunday, 2 Monday, 3 Tuesday, 4 Wednesday, 5 Thursday, 6 Friday, 7 Saturday. */
export type ZoomWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A week of the month: -1 the last, 1 to 4 the first to the fourth. */
export type MonthlyWeek = -1 | 1 | 2 | 3 | 4

/**
 * Zoom's own recurrence object (docs/zoom-facts.md §6). `everyDays`, `everyWeeks` and `everyMonths` of
 * `@convene/zoom/recurrence` write it for you, with local dates.
 */
export interface ZoomRecurrence {
  /** 1 daily, 2 weekly, 3 monthly. */
  readonly type: RecurrenceType
  /** Every how many days (at most 99), weeks (at most 50) or months (at most 10). Default 1. */
  readonly repeat_interval?: number | undefined
  /** Type 2: the days of the week as text separated by commas, 1 = Sunday … 7 = Saturday: `"2,4"` is Monday and Wednesday. */
  readonly weekly_days?: string | undefined
  /** Type 3: the day of the month, 1 to 31. Not together with `monthly_week`. */
  readonly monthly_day?: number | undefined
  /** Type 3: the week of the month, with `monthly_week_day`. */
  readonly monthly_week?: MonthlyWeek | undefined
  /** Type 3: the day of that week, with `monthly_week`. */
  readonly monthly_week_day?: ZoomWeekday | undefined
  /** How many occurrences, at most 60; 0 is without end (Zoom shows about two years of those). Not together with `end_date_time`. */
  readonly end_times?: number | undefined
  /** The last instant at which an occurrence may start, UTC with `Z`. Not together with `end_times`. */
  readonly end_date_time?: string | undefined
}
