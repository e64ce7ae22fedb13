import type { MeetingListType } from '@convene/zoom'
import { wrongValue } from '../errors.ts'
import { isDate } from '../input/date.ts'
import { parseLimit } from '../input/limit.ts'
import { nearest } from '../nearest.ts'
import { meetingColumns } from '../present/meeting.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

interface ListOptions {
  readonly user?: string
  readonly type?: string
  readonly from?: string
  readonly to?: string
  readonly limit?: string
}

/** The words of the command and Zoom's. */
const types: Readonly<Record<string, MeetingListType>> = {
  scheduled: 'scheduled',
  live: 'live',
  upcoming: 'upcoming',
  previous: 'previous_meetings',
}

export const define: DefineCommand = (command, context) => {
  command
    .option('--user <user>', 'the host: e-mail or id (default: the one who is signed in)')
    .option('--type <type>', 'scheduled (default), upcoming, live or previous')
    .option('--from <date>', 'first day, 2026-12-01')
    .option('--to <date>', 'last day, 2026-12-31')
    .option('--limit <n>', 'at most so many (default: all)')
    .action(async (options: ListOptions) => {
      const { output } = context()
      const input = {
        type: readType(options.type),
        from: readDate('--from', options.from),
        to: readDate('--to', options.to),
        limit: parseLimit(options.limit),
        userId: options.user,
      }
      if (input.from !== undefined && input.to !== undefined && input.to < input.from)
        throw wrongValue('--to', input.to, `before --from ${input.from}`, `--from ${input.to} --to ${input.from}`)
      await using zoom = await openZoom(context())
      const meetings = await Array.fromAsync(zoom.client.meetings.list(input))
      output.answer(meetings, () => {
        if (meetings.length > 0) output.table(meetings, meetingColumns)
        else output.line('No meetings. Make one: convene meetings create "Weekly" --start "tomorrow 18:00" --for 60')
      })
    })
}

function readType(text: string | undefined): MeetingListType | undefined {
  if (text === undefined) return undefined
  const type = Object.hasOwn(types, text) ? types[text] : undefined
  if (type) return type
  const meant = nearest(text, Object.keys(types))
  throw wrongValue(
    '--type',
    text,
    `no kind of list${meant ? `; did you mean "${meant}"` : ''}`,
    Object.keys(types).join(', '),
  )
}

function readDate(option: string, text: string | undefined): string | undefined {
  if (text === undefined || isDate(text)) return text
  throw wrongValue(option, text, 'no date of the form year-month-day', `${option} 2026-12-01`)
}
