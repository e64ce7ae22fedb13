import { CommandError, wrongValue } from '../errors.ts'
import { collect } from '../input/collect.ts'
import { parseMeetingId } from '../input/meeting-id.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

interface InviteLinksOptions {
  readonly name?: readonly string[]
  readonly validFor?: string
  readonly dryRun?: boolean
}

const example = '--valid-for 2h or --valid-for 7d'
const secondsOf: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 }

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('--name <name>', 'the name that its link carries (repeatable)', collect)
    .option('--valid-for <time>', 'how long the links work: 30m, 2h, 7d (default: 2h, at most 90d)')
    .option('--dry-run', 'show what would be sent, and send nothing')
    .action(async (words: string[], options: InviteLinksOptions) => {
      const { output } = context()
      const meetingId = parseMeetingId(words)
      const names = options.name ?? []
      if (names.length === 0)
        throw new CommandError('wrong_command_line', 'Nobody is named.', {
          remedy: `Write, for example: convene meetings invite-links ${meetingId} --name Ann --name Bo`,
        })
      const ttl = readTime(options.validFor)
      const input = { meetingId, attendees: names.map((name) => ({ name })), ...(ttl !== undefined && { ttl }) }
      if (options.dryRun) return showDryRun(context(), (client) => client.meetings.inviteLinks(input))
      await using zoom = await openZoom(context())
      const { attendees } = await zoom.client.meetings.inviteLinks(input)
      output.answer(attendees, () =>
        output.table(attendees, [
          { header: 'NAME', cell: ({ name }) => name },
          { header: 'LINK', cell: ({ join_url }) => join_url },
        ]),
      )
    })
}

function readTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, number = '', unit = ''] = /^(\d+)\s*([mhd])$/i.exec(text.trim()) ?? []
  const seconds = Number(number) * (secondsOf[unit.toLowerCase()] ?? Number.NaN)
  if (number === '' || Number.isNaN(seconds)) throw wrongValue('--valid-for', text, 'no length of time', example)
  if (seconds > 90 * 86_400) throw wrongValue('--valid-for', text, 'Zoom makes links for 90 days at most', example)
  return seconds
}
