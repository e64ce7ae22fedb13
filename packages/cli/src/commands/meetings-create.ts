import type { CreateMeetingInput } from '@convene/zoom'
import { CommandError } from '../errors.ts'
import { meetingRecord, withoutHostSecrets } from '../present/meeting.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'
import { addFileOptions, type FileOptions, readFileOptions } from './meeting-file-options.ts'
import { addMeetingOptions, type MeetingOptions, readMeetingOptions } from './meeting-options.ts'

interface CreateOptions extends MeetingOptions, FileOptions {
  readonly user?: string
  readonly showStartLink?: boolean
}

export const define: DefineCommand = (command, context) => {
  command.argument('[topic]', 'what it is about; the same as --topic')
  addMeetingOptions(command)
    .option('--user <user>', 'the host: e-mail or id (default: the one who is signed in)')
    .option('--show-start-link', 'also show the link that signs the host in; give it to nobody else')
  addFileOptions(command).action(async (topic: string | undefined, options: CreateOptions) => {
    const { surroundings, output } = context()
    const bulk = readFileOptions(withTopic(options, topic))
    if (bulk) {
      const { createFromFile } = await import('../bulk/create-from-file.ts')
      return createFromFile(context(), bulk)
    }
    const input: CreateMeetingInput = {
      ...(await readMeetingOptions(withTopic(options, topic), surroundings)),
      ...(options.user !== undefined && { userId: options.user }),
    }
    requireSomething(input)
    if (options.dryRun) return showDryRun(context(), (client) => client.meetings.create(input))
    await using zoom = await openZoom(context())
    const meeting = await zoom.client.meetings.create(input)
    const showStartLink = options.showStartLink === true
    output.answer(withoutHostSecrets(meeting, showStartLink), () => {
      output.line(output.bold('Made.'))
      output.record(meetingRecord(meeting, surroundings.timeZone, showStartLink))
    })
  })
}

/** A meeting about nothing at no time would start at once, which nobody wants who only tries the command. */
function requireSomething({ topic, start_time }: CreateMeetingInput): void {
  if (topic !== undefined || start_time !== undefined) return
  throw new CommandError('wrong_command_line', 'What is the meeting about, and when? Neither was given.', {
    remedy:
      'For example: convene meetings create "Weekly" --start "tomorrow 18:00" --time-zone Asia/Taipei --for 60\n' +
      'A topic alone makes a meeting that starts now.',
  })
}

function withTopic(options: CreateOptions, topic: string | undefined): CreateOptions {
  if (topic === undefined) return options
  if (options.topic !== undefined)
    throw new CommandError('wrong_value', `The topic is given twice: "${topic}" and --topic "${options.topic}".`, {
      remedy: `Keep one: convene meetings create "${topic}" …`,
    })
  return { ...options, topic }
}
