import { rm } from 'node:fs/promises'
import type { Meeting, ZoomClient } from '@convene/zoom'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { addDays, dateInZone } from '../input/date.ts'
import { parsePort } from '../input/port.ts'
import { dataFile, localFolder, pathFrom } from '../local/local-folder.ts'
import { showNextSteps } from '../local/next-steps.ts'
import { startLocalZoom, usualPort } from '../local/open-local-zoom.ts'
import {
  findRunningEmulator,
  forgetRunningEmulator,
  noteRunningEmulator,
  type RunningEmulatorNote,
} from '../local/running-emulator.ts'
import { meetingRecord, withoutHostSecrets } from '../present/meeting.ts'
import type { CommandContext, DefineCommand } from './command.ts'

interface DemoOptions {
  readonly fresh?: boolean
  readonly port?: string
}

const topic = 'Your first meeting'
const timeZone = 'Asia/Taipei'

export const define: DefineCommand = (command, context) => {
  command
    .option('--fresh', 'begin with an empty account')
    .option('--port <n>', `listen there (default: ${usualPort} or the next free one)`)
    .action(async (options: DemoOptions) => {
      const { surroundings, output } = context()
      const folder = localFolder(surroundings.cwd)
      const running = await findRunningEmulator(folder, surroundings)
      if (running) return showRunning(context(), running, options)
      if (options.fresh) for (const ending of ['', '-wal', '-shm']) await rm(dataFile(folder) + ending, { force: true })

      const port = options.port === undefined ? undefined : parsePort(options.port)
      await using emulator = await startLocalZoom(folder, port)
      const { url, env } = emulator
      // Asked from here on, so that Ctrl-C at any moment takes the note away again.
      const stopped = surroundings.untilAskedToStop()
      await noteRunningEmulator(folder, { url, env, pid: surroundings.pid })
      const { createZoomClient, optionsFromEnvironment } = await import('@convene/zoom')
      const client = createZoomClient(optionsFromEnvironment(env))
      const kept = await findKeptMeeting(client)
      const meeting = kept ?? (await makeMeeting(client, surroundings.now()))
      const { composeInvitation } = await import('@convene/zoom/invitation')
      const invitation = composeInvitation(meeting, { viewerTimeZone: surroundings.timeZone })
      output.answer({ url, emulated: true, meeting: withoutHostSecrets(meeting, false) }, () => {
        output.line(
          `Zoom: emulated, running at ${url}. Not Zoom, and not affiliated with it; nothing leaves this machine.`,
        )
        output.line()
        output.line(output.bold(kept ? 'The meeting kept from last time:' : 'A meeting was made:'))
        output.record(meetingRecord(meeting, surroundings.timeZone, false))
        output.line()
        output.line(output.bold('Its invitation:'))
        for (const line of invitation.trimEnd().split('\n')) output.line(line === '' ? '' : `  ${line}`)
        output.line()
        showNextSteps(context(), folder, meeting.id)
        output.line(
          `Ctrl-C stops it. The data stays in ${pathFrom(surroundings.cwd, folder)}; \`convene demo --fresh\` begins anew.`,
        )
      })
      await stopped
      await forgetRunningEmulator(folder, url)
    })
}

/** Tells where the emulator of an earlier start is; that is all a second start does. */
function showRunning({ output }: CommandContext, { url, pid }: RunningEmulatorNote, { fresh }: DemoOptions): void {
  if (fresh)
    throw new CommandError('emulator_unavailable', `An emulated Zoom runs already at ${url} (process ${pid}).`, {
      remedy: 'Stop it with Ctrl-C in its terminal, then start with --fresh again.',
      exitCode: exitCodes.refused,
    })
  output.answer({ url, emulated: true, already_running: true }, () => {
    output.line(`Zoom: emulated, running already at ${url} (process ${pid}).`)
    output.line('See its meetings: npx convene meetings list --local')
    output.line('It stops with Ctrl-C in the terminal where it was started.')
  })
}

async function findKeptMeeting(client: ZoomClient): Promise<Meeting | undefined> {
  for await (const row of client.meetings.list({ type: 'upcoming' }))
    if (row.topic === topic) return client.meetings.get({ meetingId: row.id })
  return undefined
}

/** Tomorrow at six in the evening in Taipei. */
function makeMeeting(client: ZoomClient, now: number): Promise<Meeting> {
  const start = `${addDays(dateInZone(now, timeZone), 1)}T18:00:00`
  return client.meetings.create({ topic, start_time: start, timezone: timeZone, duration: 60 })
}
