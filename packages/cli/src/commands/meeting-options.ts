import type { CreateMeetingInput } from '@convene/zoom'
import type { Command } from 'commander'
import { CommandError, wrongValue } from '../errors.ts'
import { assign } from '../input/assignment.ts'
import { collect } from '../input/collect.ts'
import { dateInZone } from '../input/date.ts'
import { parseDuration } from '../input/duration.ts'
import { parseStart } from '../input/start.ts'
import { knownZone } from '../present/time.ts'
import { askSecret, readAll } from '../prompt.ts'
import type { Surroundings } from '../surroundings.ts'

/** The options that `meetings create`, `meetings update` and `explain` read alike. */
export interface SeriesOptions {
  readonly start?: string
  readonly timeZone?: string
  readonly every?: string
  readonly until?: string
  readonly times?: string
}

/** The options that create and update share. */
export interface MeetingOptions extends SeriesOptions {
  readonly topic?: string
  readonly for?: string
  readonly duration?: string
  readonly agenda?: string
  readonly waitingRoom?: boolean
  readonly scheduleFor?: string
  readonly passcodeStdin?: boolean
  readonly set?: readonly string[]
  readonly dryRun?: boolean
}

/** What Zoom is to be sent, without the ids of the path. */
export type MeetingInput = Omit<CreateMeetingInput, 'userId' | 'default_password'>

/** Adds the options that say when. */
export function addSeriesOptions(command: Command): Command {
  return command
    .option('--start <when>', '"2026-12-17 18:00" (or "tomorrow 18:00") on the clocks in --time-zone')
    .option('--time-zone <zone>', 'such as Asia/Taipei; left out: the zone of this machine')
    .option('--every <rule>', 'repeat: "day", "2 weeks on fri", "month on 15", "month on last mon"')
    .option('--until <date>', 'last date of a series: 2026-12-31')
    .option('--times <n>', 'number of dates of a series')
}

/** Adds every option of a meeting. */
export function addMeetingOptions(command: Command): Command {
  return addSeriesOptions(command.option('--topic <text>', 'what it is about'))
    .option('--for <length>', 'how long: 60, 90m, 1h30m (default: 60 minutes)')
    .option('--duration <length>', 'the same as --for')
    .option('--agenda <text>', 'a description')
    .option('--waiting-room', 'let people wait until the host lets them in')
    .option('--no-waiting-room', 'let people in at once')
    .option('--schedule-for <user>', 'make this person (e-mail or id) the host')
    .option('--passcode-stdin', 'read the passcode from standard input, or be asked for it (default: Zoom chooses one)')
    .option(
      '--set <field=value>',
      "any other field, by Zoom's name: settings.mute_upon_entry=true (repeatable)",
      collect,
    )
    .option('--dry-run', 'show what would be sent, and send nothing')
}

/** Turns the options into Zoom's fields. Only what was said is set. */
export async function readMeetingOptions(options: MeetingOptions, surroundings: Surroundings): Promise<MeetingInput> {
  const input: Record<string, unknown> = {}
  assign(input, options.set ?? [])
  const { topic, agenda, scheduleFor, waitingRoom } = options
  if (topic !== undefined) input.topic = topic
  if (agenda !== undefined) input.agenda = agenda
  if (scheduleFor !== undefined) input.schedule_for = scheduleFor
  if (waitingRoom !== undefined)
    input.settings = { ...(input.settings as object | undefined), waiting_room: waitingRoom }
  const length = readLength(options)
  if (length !== undefined) input.duration = length
  if (options.passcodeStdin) input.password = await readPasscode(surroundings)
  return { ...input, ...(await readSeriesOptions(options, surroundings)) }
}

/** Turns what says when into Zoom's fields. */
export async function readSeriesOptions(
  options: SeriesOptions,
  surroundings: Pick<Surroundings, 'now' | 'timeZone'>,
): Promise<Pick<MeetingInput, 'start_time' | 'timezone' | 'recurrence'>> {
  const recurrence = await readRecurrence(options)
  const { start, timeZone } = options
  if (start === undefined) return { ...(timeZone !== undefined && { timezone: timeZone }), ...recurrence }
  const zone = timeZone ?? surroundings.timeZone
  const startTime = parseStart(start, dateInZone(surroundings.now(), knownZone(zone)))
  return { start_time: startTime, timezone: zone, ...recurrence }
}

async function readRecurrence({ every, until, times }: SeriesOptions): Promise<Pick<MeetingInput, 'recurrence'>> {
  const example = '--every "2 weeks on fri" --until 2026-12-31, or --every "2 weeks on fri" --times 6'
  if (every === undefined) {
    const end = until !== undefined ? '--until' : times !== undefined ? '--times' : undefined
    if (end === undefined) return {}
    throw new CommandError('wrong_value', `${end} ends a series, and --every is missing.`, {
      remedy: `Write, for example: ${example}`,
    })
  }
  if (until !== undefined && times !== undefined)
    throw new CommandError('wrong_value', '--until and --times both end the series.', {
      remedy: `Keep one: ${example}`,
    })
  if (times !== undefined && !/^\d+$/.test(times)) throw wrongValue('--times', times, 'no whole number', example)
  const { parseRecurrenceText } = await import('@convene/zoom/recurrence')
  const count = times === undefined ? undefined : Number(times)
  const recurrence = parseRecurrenceText(every, { until, count, field: '--every' })
  if (until === undefined && times === undefined)
    throw new CommandError('wrong_value', `--every "${every}": the series has no end.`, {
      remedy: `Say when it ends: --every "${every}" --until 2026-12-31, or --every "${every}" --times 6`,
    })
  return { recurrence }
}

function readLength(options: MeetingOptions): number | undefined {
  if (options.for !== undefined && options.duration !== undefined)
    throw new CommandError('wrong_value', '--for and --duration say the same thing twice.', {
      remedy: 'Keep one of them.',
    })
  if (options.for !== undefined) return parseDuration('--for', options.for)
  return options.duration === undefined ? undefined : parseDuration('--duration', options.duration)
}

async function readPasscode({ stdin, stderr }: Surroundings): Promise<string> {
  const text = stdin.isTTY ? await askSecret({ stdin, stderr }, 'Passcode: ') : await readAll(stdin)
  const passcode = (text ?? '').replace(/\r?\n$/, '')
  if (passcode === '')
    throw new CommandError('wrong_value', '--passcode-stdin: standard input held no passcode.', {
      remedy:
        'For example: convene meetings create --passcode-stdin … < passcode.txt. Leave it out and Zoom chooses one.',
    })
  return passcode
}
