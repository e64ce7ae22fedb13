import { parseMeetingId } from '../input/meeting-id.ts'
import { meetingRecord, withoutHostSecrets } from '../present/meeting.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

interface GetOptions {
  readonly occurrence?: string
  readonly past?: boolean
  readonly showStartLink?: boolean
}

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('--occurrence <id>', 'show only this date of a series')
    .option('--past', 'show past dates of a series too')
    .option('--show-start-link', 'also show the link that signs the host in; give it to nobody else')
    .action(async (words: string[], { occurrence, past, showStartLink = false }: GetOptions) => {
      const { surroundings, output } = context()
      const meetingId = parseMeetingId(words)
      await using zoom = await openZoom(context())
      const meeting = await zoom.client.meetings.get({
        meetingId,
        ...(occurrence !== undefined && { occurrence_id: occurrence }),
        ...(past && { show_previous_occurrences: true }),
      })
      output.answer(withoutHostSecrets(meeting, showStartLink), () =>
        output.record(meetingRecord(meeting, surroundings.timeZone, showStartLink)),
      )
    })
}
