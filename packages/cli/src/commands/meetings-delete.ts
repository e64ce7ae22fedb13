import type { DeleteMeetingInput } from '@convene/zoom'
import { confirm } from '../confirm.ts'
import { formatMeetingId, parseMeetingId } from '../input/meeting-id.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

interface DeleteOptions {
  readonly occurrence?: string
  readonly hostMail?: boolean
  readonly notifyRegistrants?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
}

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('--occurrence <id>', 'delete only this date of a series')
    .option('--no-host-mail', 'let Zoom write no mail to the host')
    .option('--notify-registrants', 'let Zoom write to the people who registered')
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show what would be sent, and send nothing')
    .action(async (words: string[], options: DeleteOptions) => {
      const { surroundings, output } = context()
      const input: DeleteMeetingInput = {
        meetingId: parseMeetingId(words),
        ...(options.occurrence !== undefined && { occurrence_id: options.occurrence }),
        ...(options.hostMail === false && { schedule_for_reminder: false }),
        ...(options.notifyRegistrants && { cancel_meeting_reminder: true }),
      }
      if (options.dryRun) return showDryRun(context(), (client) => client.meetings.delete(input))
      await using zoom = await openZoom(context())
      const { meetingId, occurrence_id } = input
      const { topic } = await zoom.client.meetings.get({ meetingId })
      const what = occurrence_id === undefined ? 'the meeting' : `occurrence ${occurrence_id} of`
      const which = zoom.emulated ? 'the emulated Zoom' : 'the real Zoom'
      const question = `Delete ${what} "${topic}" (${formatMeetingId(meetingId)}) on ${which}?`
      await confirm(question, options.yes === true, surroundings)
      await zoom.client.meetings.delete(input)
      output.answer(
        { deleted: true, id: meetingId, topic, ...(occurrence_id !== undefined && { occurrence_id }) },
        () => output.line(`Deleted ${what} "${topic}" (${formatMeetingId(meetingId)}).`),
      )
    })
}
