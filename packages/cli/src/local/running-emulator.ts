import { readFile, rm } from 'node:fs/promises'
import { writePrivateFile } from '../profiles/private-file.ts'
import type { Surroundings } from '../surroundings.ts'
import { isLoopback } from '../zoom/choose-zoom.ts'
import { envFile, runningFile } from './local-folder.ts'

/** An emulator that another process keeps running. */
export interface RunningEmulatorNote {
  readonly url: string
  readonly pid: number
  /** `ZOOM_*` of its account. */
  readonly env: Readonly<Record<string, string>>
  /** Where the booking desk of the demo is that runs with it. */
  readonly desk?: string | undefined
}

type Machine = Pick<Surroundings, 'get' | 'isAlive'>

/** The emulator that `npm start` or `convene emulator` left a note about, if it still answers. */
export async function findRunningEmulator(folder: string, machine: Machine): Promise<RunningEmulatorNote | undefined> {
  const note = await readNote(folder)
  if (!note || !machine.isAlive(note.pid)) return undefined
  // The number may belong to another process by now, so the emulator itself has to answer.
  try {
    const { status } = await machine.get(`${note.url}/_emulator/state`, { 'x-convene': '1' })
    return status === 200 ? note : undefined
  } catch {
    return undefined
  }
}

/** Leaves the note, readable by its owner only. */
export async function noteRunningEmulator(folder: string, note: RunningEmulatorNote): Promise<void> {
  await writePrivateFile(envFile(folder), envLines(note.env), String(note.pid))
  await writePrivateFile(runningFile(folder), `${JSON.stringify(note, null, 2)}\n`, String(note.pid))
}

/** `NAME=value` lines, for `node --env-file` and the shell. */
export function envLines(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join('')
}

/** Takes the note away, if it is still this emulator's. */
export async function forgetRunningEmulator(folder: string, url: string): Promise<void> {
  if ((await readNote(folder))?.url !== url) return
  await rm(runningFile(folder), { force: true })
  await rm(envFile(folder), { force: true })
}

/** The file is read by shells too: there nothing of a value may be a command. */
function quote(value: string): string {
  return /^[\w.:/@%+-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}

async function readNote(folder: string): Promise<RunningEmulatorNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(runningFile(folder), 'utf8'))
    return isNote(note) ? note : undefined
  } catch {
    return undefined
  }
}

function isNote(value: unknown): value is RunningEmulatorNote {
  if (typeof value !== 'object' || value === null) return false
  const { url, pid, env } = value as Record<string, unknown>
  // A note that sends the command off this machine is none of ours.
  return (
    typeof url === 'string' && isLoopback(url) && typeof pid === 'number' && typeof env === 'object' && env !== null
  )
}
