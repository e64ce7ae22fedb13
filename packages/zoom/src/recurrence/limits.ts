import type { RecurrenceRule } from './rule.ts'

/** The longest interval Zoom takes (docs/zoom-facts.md §6; older texts say 90, 12 and 3). */
export const longestInterval: Readonly<Record<RecurrenceRule['every'], number>> = { day: 99, week: 50, month: 10 }

/** The most dates a series with an end can have (docs/zoom-facts.md §6). */
export const mostDates = 60
