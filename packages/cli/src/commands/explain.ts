import { CommandError } from '../errors.ts'
import { formatDate, formatTime, knownZone } from '../present/time.ts'
import type { DefineCommand } from './command.ts'
import { addSeriesOptions, readSeriesOptions, type SeriesOptions } from './meeting-options.ts'

export const define: DefineCommand = (command, context) => {
  addSeriesOptions(command).action(async (options: SeriesOptions) => {
    const { surroundings, output } = context()
    if (options.start === undefined || options.every === undefined)
      throw new CommandError(
        'wrong_command_line',
        `${options.start === undefined ? '--start' : '--every'} is missing.`,
        {
          remedy:
            'For example: convene explain --start "2026-12-18 18:00" --time-zone Asia/Taipei --every "2 weeks on fri" --times 6',
        },
      )
    const { start_time, timezone, recurrence } = await readSeriesOptions(options, surroundings)
    if (start_time === undefined || timezone === undefined || recurrence === undefined) return
    const { expandRecurrence, formatRecurrence, recurrenceToZoom, rruleFromRecurrence } = await import(
      '@convene/zoom/recurrence'
    )
    const { rule, dates, notes } = expandRecurrence(recurrence, { start: start_time, timeZone: timezone })
    const sentence = `${formatRecurrence(rule)}.`
    const rrule = rruleFromRecurrence(rule, { timeZone: timezone })
    const zoomRecurrence = recurrenceToZoom(rule, { timeZone: timezone })
    output.answer({ sentence, time_zone: timezone, rrule, recurrence: zoomRecurrence, dates, notes }, () => {
      output.line(sentence)
      output.line(`RRULE:${rrule}`)
      output.line()
      const zone = knownZone(timezone)
      output.table(
        dates.map((date, index) => ({ ...date, number: index + 1 })),
        [
          { header: '', cell: ({ number }) => number },
          {
            header: zone.toUpperCase(),
            cell: ({ instant }) => `${formatDate(instant, zone)}, ${formatTime(instant, zone)}`,
          },
          { header: 'UTC', cell: ({ utc }) => utc },
        ],
      )
      for (const { message } of notes) output.line(`Note: ${message}`)
    })
  })
}
