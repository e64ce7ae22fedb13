import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { parse } from 'csv-parse/sync'
import { createTestMachine, type Ran, type TestMachine } from './parts/convene.ts'
import { quickConvene, startQuickTime } from './parts/quick-time.ts'

const startAt = Date.parse('2026-12-17T10:00:00Z')
const hosts = ['mei', 'kenji', 'ayse', 'lars', 'owner'].map((name) => `${name}@example.com`)

interface World extends AsyncDisposable {
  readonly zoom: RunningEmulator
  readonly machine: TestMachine
  /** The topics of all meetings that there are, in order. */
  topics(): Promise<string[]>
}

/** An emulated Zoom and a machine with a command, both in a time that runs sixty times as fast. */
async function openWorld(options: EmulatorOptions = {}, at = startAt): Promise<World> {
  const time = startQuickTime({ startAt: at, speed: 60 })
  const zoom = await startEmulator({ clock: time.clock, ...options })
  const machine = await createTestMachine({ ...zoom.env, ...time.env }, { start: quickConvene })
  const client = createZoomClient({ ...optionsFromEnvironment(zoom.env), ambient: { now: time.clock.now } })
  return {
    zoom,
    machine,
    async topics() {
      const topics: string[] = []
      for (const userId of hosts)
        for await (const { topic } of client.meetings.list({ userId, type: 'scheduled' })) topics.push(topic)
      return topics.sort()
    },
    async [Symbol.asyncDispose]() {
      await machine[Symbol.asyncDispose]()
      await zoom.close()
    },
  }
}

const topicOf = (index: number) => `Interview ${String(index + 1).padStart(3, '0')}`
const topicsOf = (count: number) => Array.from({ length: count }, (_, index) => topicOf(index))

/** A file of so many meetings, spread over the hosts. */
function fileOf(count: number, hostOf = (index: number): string => hosts[index % hosts.length] ?? ''): string {
  const rows = topicsOf(count).map((topic, index) => `${hostOf(index)},${topic},2027-03-01 18:00,Asia/Taipei`)
  return ['host,topic,start,time_zone', ...rows, ''].join('\n')
}

const write = (machine: TestMachine, text: string, name = 'meetings.csv') => writeFile(join(machine.folder, name), text)
const create = ['meetings', 'create', '--from', 'meetings.csv', '--plan', 'business']

async function resultsOf(machine: TestMachine, name = 'meetings.results.csv'): Promise<Record<string, string>[]> {
  return parse(await readFile(join(machine.folder, name), 'utf8'), { bom: true, columns: true })
}

/** 500 rows, and the command ended by each of these signals when so many meetings exist. */
const ends: readonly (readonly [signal: NodeJS.Signals, meetings: number])[] = [
  ['SIGINT', 1],
  ['SIGKILL', 60],
  ['SIGTERM', 140],
  ['SIGKILL', 141],
  ['SIGKILL', 300],
  ['SIGINT', 420],
  ['SIGKILL', 499],
]

test('500 rows, interrupted at any moment and run again, end with exactly 500 meetings', async () => {
  let made = 0
  let onMade = () => {}
  await using world = await openWorld({
    onReply({ operation, status }) {
      if (operation !== 'POST /users/{userId}/meetings' || status !== 201) return
      made++
      onMade()
    },
  })
  const { machine } = world
  await write(machine, fileOf(500))
  const told: Ran[] = []
  for (const [signal, meetings] of ends) {
    const running = machine.start(create)
    onMade = () => {
      if (made < meetings) return
      onMade = () => {}
      void running.stop(signal)
    }
    told.push(await running.ended)
  }
  onMade = () => {}
  for (const [index, [signal]] of ends.entries())
    if (signal !== 'SIGKILL') {
      assert.equal(told[index]?.code, 130, told[index]?.stderr ?? '')
      assert.match(told[index]?.stdout ?? '', /^ {2}convene meetings create --from meetings\.csv --plan business$/m)
    }

  const last = await machine.run(create)
  assert.equal(last.code, 0, last.stdout + last.stderr)
  assert.match(last.stderr, /meetings of meetings\.csv were made before\./)
  assert.match(last.stdout, /^500 of 500 made\. Links and passcodes: meetings\.results\.csv/m)
  assert.deepEqual(await world.topics(), topicsOf(500))
  const results = await resultsOf(machine)
  assert.deepEqual(
    results.map(({ topic, state }) => [topic, state]),
    topicsOf(500).map((topic) => [topic, 'made']),
  )
  assert.equal(new Set(results.map(({ meeting_id }) => meeting_id)).size, 500)
  for (const { join_link, passcode } of results) assert.ok(join_link?.startsWith(world.zoom.url) && passcode !== '')
  assert.equal((await stat(join(machine.folder, 'meetings.results.csv'))).mode & 0o077, 0)
  assert.equal((await stat(join(machine.folder, 'meetings.csv.emulated.convene'))).mode & 0o077, 0)
})
