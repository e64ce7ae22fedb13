import { writeFile } from 'node:fs/promises'
import { CommandError } from '../errors.ts'
import { parseMeetingId } from '../input/meeting-id.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('--output <file>', 'write it there (default: standard output)')
    .action(async (words: string[], { output: file }: { output?: string }) => {
      const { surroundings, output } = context()
      const meetingId = parseMeetingId(words)
      await using zoom = await openZoom(context(), file === undefined)
      const meeting = await zoom.client.meetings.get({ meetingId })
      const { createCalendar } = await import('@convene/zoom/calendar')
      const ics = createCalendar(meeting, { now: surroundings.now() })
      if (file === undefined) return output.answer({ ics }, () => surroundings.stdout.write(ics))
      try {
        await writeFile(file, ics)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new CommandError('unreadable_file', `--output ${file}: the file cannot be written (${reason}).`, {
          cause: error,
        })
      }
      output.answer({ file }, () => output.line(`Wrote ${file}.`))
    })
}
