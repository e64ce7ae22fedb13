import type { UpdateMeetingInput } from '@convene/zoom'
import { CommandError } from '../errors.ts'
import { parseMeetingId } from '../input/meeting-id.ts'
import { meetingRecord, withoutHostSecrets } from '../present/meeting.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'
import { addMeetingOptions, type MeetingOptions, readMeetingOptions } from './meeting-options.ts'

interface UpdateOptions extends MeetingOptions {
  readonly occurrence?: string
}

export const define: DefineCommand = (command, context) => {
  command.argument('<meeting...>', 'the meeting id, or its join link')
  addMeetingOptions(command)
    .option('--occurrence <id>', 'change only this date of a series (`meetings get` shows the ids)')
    .action(async (words: string[], options: UpdateOptions) => {
      const { surroundings, output } = context()
      const meetingId = parseMeetingId(words)
      requireZone(options, surroundings.timeZone)
      const changes = await readMeetingOptions(options, surroundings)
      if (Object.keys(changes).length === 0)
        throw new CommandError('wrong_command_line', 'Nothing to change was given.', {
          remedy: `For example: convene meetings update ${meetingId} --topic "New topic"`,
        })
      const input: UpdateMeetingInput = {
        ...changes,
        meetingId,
        ...(options.occurrence !== undefined && { occurrence_id: options.occurrence }),
      }
      if (options.dryRun) return showDryRun(context(), (client) => client.meetings.update(input))
      await using zoom = await openZoom(context())
      const meeting = await zoom.client.meetings.update(input)
      output.answer(withoutHostSecrets(meeting, false), () => {
        output.line(output.bold('Changed.'))
        output.record(meetingRecord(meeting, surroundings.timeZone, false))
      })
    })
}

/** The meeting may be in another zone than this machine, and a wall time read in the wrong one would move it by hours. */
function requireZone({ start, timeZone }: UpdateOptions, ownZone: string): void {
  if (start === undefined || timeZone !== undefined || /(z|[+-]\d{2}:?\d{2})$/i.test(start.trim())) return
  throw new CommandError('wrong_value', `--start "${start}": on which clock? --time-zone is missing.`, {
    remedy: `On the clock of this machine: --start "${start}" --time-zone ${ownZone}`,
  })
}
