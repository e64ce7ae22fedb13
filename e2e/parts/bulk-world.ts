/** An emulated Zoom, a machine with the command, and files of meetings, in a time that may run faster. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { type ClockSource, type EmulatorOptions, type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { parse } from 'csv-parse/sync'
import type { Surroundings } from '../../packages/cli/src/surroundings.ts'
import { createTestMachine, type TestMachine } from './convene.ts'
import { startLeapingTime } from './leaping-time.ts'
import { quickConvene, startQuickTime } from './quick-time.ts'

const hosts = ['mei', 'kenji', 'ayse', 'lars', 'owner'].map((name) => `${name}@example.com`)

export interface BulkWorld extends AsyncDisposable {
  readonly zoom: RunningEmulator
  readonly machine: TestMachine
  /** The topics of all meetings that there are, in order. */
  topics(): Promise<string[]>
  /** Lets so many milliseconds pass at Zoom; gives the environment for commands after that. */
  pass(ms: number): Promise<Record<string, string>>
  /** Writes a file of meetings beside the command. */
  write(text: string, name?: string): Promise<void>
  /** What the file of results holds. */
  results(name?: string): Promise<Record<string, string>[]>
}

export async function openBulkWorld(
  options: EmulatorOptions = {},
  { startAt = '2026-12-17T10:00:00Z', speed = 1 }: { readonly startAt?: string; readonly speed?: number } = {},
): Promise<BulkWorld> {
  const time = startQuickTime({ startAt: Date.parse(startAt), speed })
  // Where time is quick, a moment in which one of them works would be a long silence to the other in the same process.
  const apart = { entry: quickConvene, isApart: speed > 1 }
  const world = await openWorld(options, time.clock, (zoom) => createTestMachine({ ...zoom.env, ...time.env() }, apart))
  return {
    ...world,
    async pass(ms) {
      await world.zoom.clock.advance(ms)
      return time.env(ms)
    },
  }
}

/** A world in which it is later, by so many milliseconds, whenever the command says something like this. */
export async function openWaitingWorld(
  options: EmulatorOptions,
  { startAt, says, ms }: { readonly startAt: string; readonly says: RegExp; readonly ms: number },
): Promise<Omit<BulkWorld, 'pass'>> {
  const { now, clock, setTimer, leap } = startLeapingTime(Date.parse(startAt))
  const sleep: Surroundings['sleep'] = (ms, signal) =>
    new Promise((resolve) => {
      const cancel = setTimer(ms, resolve)
      signal?.addEventListener('abort', () => {
        cancel()
        resolve()
      })
    })
  const within = (here: Surroundings): Surroundings => ({
    ...here,
    now,
    sleep,
    stderr: {
      write(text: string) {
        here.stderr.write(text)
        // When it has begun to wait.
        if (says.test(text)) setImmediate(leap, ms)
      },
    },
  })
  return openWorld(options, clock, (zoom) => createTestMachine(zoom.env, { within }))
}

async function openWorld(
  options: EmulatorOptions,
  clock: Required<ClockSource>,
  machineAt: (zoom: RunningEmulator) => Promise<TestMachine>,
): Promise<Omit<BulkWorld, 'pass'>> {
  const zoom = await startEmulator({ clock, ...options })
  const machine = await machineAt(zoom)
  const client = createZoomClient({ ...optionsFromEnvironment(zoom.env), ambient: { now: clock.now } })
  return {
    zoom,
    machine,
    async topics() {
      const topics: string[] = []
      for (const userId of hosts)
        for await (const { topic } of client.meetings.list({ userId, type: 'scheduled' })) topics.push(topic)
      return topics.sort()
    },
    write: (text, name = 'meetings.csv') => writeFile(join(machine.folder, name), text),
    async results(name = 'meetings.results.csv') {
      return parse(await readFile(join(machine.folder, name), 'utf8'), { bom: true, columns: true })
    },
    async [Symbol.asyncDispose]() {
      await machine[Symbol.asyncDispose]()
      await zoom.close()
    },
  }
}

/** So many topics. */
export function topicsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Interview ${String(index + 1).padStart(3, '0')}`)
}

/** A CSV file of so many meetings, spread over the hosts unless somebody says otherwise. */
export function fileOf(
  count: number,
  hostOf: (index: number) => string | undefined = (index) => hosts[index % hosts.length],
): string {
  const rows = topicsOf(count).map((topic, index) => `${hostOf(index)},${topic},2027-03-01 18:00,Asia/Taipei`)
  return ['host,topic,start,time_zone', ...rows, ''].join('\n')
}
