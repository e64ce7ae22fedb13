import { rm } from 'node:fs/promises'
import type { Meeting } from '@convene/zoom'
import { deskFile, startDemoDesk, subscribeDesk, usualDeskPort } from '../desk/demo-desk.ts'
import { bookFirst, type FirstBooking } from '../desk/first-booking.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
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
import { meetingRecord } from '../present/meeting.ts'
import type { CommandContext, DefineCommand } from './command.ts'

interface DeskDemoOptions {
  readonly fresh?: boolean
  readonly port?: string
  readonly zoomPort?: string
}

export const define: DefineCommand = (command, context) => {
  command
    .option('--fresh', 'begin anew: an empty account, and a new demo organisation')
    .option('--port <n>', `the desk listens there (default: ${usualDeskPort} or any free one)`)
    .option('--zoom-port <n>', `the emulated Zoom listens there (default: ${usualPort} or the next free one)`)
    .action(async (options: DeskDemoOptions) => {
      const { surroundings, output } = context()
      const folder = localFolder(surroundings.cwd)
      const running = await findRunningEmulator(folder, surroundings)
      if (running) return showRunning(context(), running, options)
      if (options.fresh) await forgetAll(folder)

      await using emulator = await startLocalZoom(folder, portOf(options.zoomPort))
      const { url, env } = emulator
      // Asked from here on, so that Ctrl-C at any moment ends it in order.
      const stopped = surroundings.untilAskedToStop()
      await noteRunningEmulator(folder, { url, env, pid: surroundings.pid })
      const { createZoomClient, optionsFromEnvironment } = await import('@convene/zoom')
      const zoom = createZoomClient(optionsFromEnvironment(env))
      await using desk = await startDemoDesk(folder, emulator, zoom, portOf(options.port))
      await noteRunningEmulator(folder, { url, env, pid: surroundings.pid, desk: desk.url })
      await subscribeDesk(emulator, desk)
      const booking = await bookFirst(desk.url, surroundings)
      const meeting = booking.meeting && (await zoom.meetings.get({ meetingId: booking.meeting.id }))
      output.answer({ desk: desk.url, url, emulated: true, booking }, () => {
        output.line(
          `Zoom: emulated, running at ${url}. Not Zoom, and not affiliated with it; nothing leaves this machine.`,
        )
        output.line(`Booking desk: ${desk.url}  (sign in as anybody of the demo by one click)`)
        output.line(`Console of the emulated Zoom: ${url}`)
        output.line()
        showBooking(context(), booking, meeting)
        if (meeting) showNextSteps(context(), folder, meeting.id)
        output.line(
          `Ctrl-C stops both. The data stay in ${pathFrom(surroundings.cwd, folder)}; \`npm start -- --fresh\` begins anew.`,
        )
      })
      await stopped
      await desk.stop()
      await forgetRunningEmulator(folder, url)
    })
}

const portOf = (text: string | undefined) => (text === undefined ? undefined : parsePort(text))

async function forgetAll(folder: string): Promise<void> {
  const desk = deskFile(folder)
  // Beside its file the desk counts what it has called of Zoom.
  for (const file of [dataFile(folder), desk, `${desk}.limits`])
    for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true })
}

/** Tells where the desk, or the emulator alone, of an earlier start is; that is all a second start does. */
function showRunning(
  { output }: CommandContext,
  { url, pid, desk }: RunningEmulatorNote,
  { fresh }: DeskDemoOptions,
): void {
  if (fresh || desk === undefined)
    throw new CommandError('emulator_unavailable', `An emulated Zoom runs already at ${url} (process ${pid}).`, {
      remedy: 'Stop it with Ctrl-C in its terminal, then start again.',
      exitCode: exitCodes.refused,
    })
  output.answer({ desk, url, emulated: true, already_running: true }, () => {
    output.line(`Zoom: emulated, running already at ${url} (process ${pid}).`)
    output.line(`Booking desk: ${desk}`)
    output.line('They stop with Ctrl-C in the terminal where they were started.')
  })
}

function showBooking(
  { output, surroundings }: CommandContext,
  { organiser, host, invitation, isKept }: FirstBooking,
  meeting: Meeting | undefined,
): void {
  output.line(output.bold(isKept ? 'The booking kept from last time:' : `${organiser} has booked a meeting:`))
  if (meeting === undefined) {
    output.line('Zoom has not answered yet; the time is reserved. The desk shows the link when it is there.')
    output.line()
    return
  }
  // Without the mark of safe creation, which stands in the agenda at Zoom.
  const { agenda: _mark, ...shown } = { ...meeting, host_email: `${host} (${meeting.host_email})` }
  output.record(meetingRecord(shown, surroundings.timeZone, false))
  output.line()
  output.line(output.bold('Its invitation:'))
  for (const line of (invitation ?? '').trimEnd().split('\n')) output.line(line === '' ? '' : `  ${line}`)
  output.line()
}
