/** Calendar files of meetings. */
export { createCalendar } from './create-calendar.ts'
export type { CalendarMethod, CalendarOptions, CalendarPerson } from './options.ts'
