import { confirm } from '../confirm.ts'
import { formatMeetingId, parseMeetingId } from '../input/meeting-id.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show what would be sent, and send nothing')
    .action(async (words: string[], { yes = false, dryRun }: { yes?: boolean; dryRun?: boolean }) => {
      const { surroundings, output } = context()
      const meetingId = parseMeetingId(words)
      if (dryRun) return showDryRun(context(), (client) => client.meetings.end({ meetingId }))
      await using zoom = await openZoom(context())
      const { topic, status } = await zoom.client.meetings.get({ meetingId })
      const named = `"${topic}" (${formatMeetingId(meetingId)})`
      // Zoom agrees to end a meeting that nobody is in (docs/zoom-facts.md §5.8), so only a running one throws people out.
      if (status === 'started') await confirm(`End ${named} for everybody in it?`, yes, surroundings)
      await zoom.client.meetings.end({ meetingId })
      output.answer({ ended: true, was_running: status === 'started', id: meetingId, topic }, () =>
        output.line(status === 'started' ? `Ended ${named}.` : `${named} was not running; Zoom took the request.`),
      )
    })
}
