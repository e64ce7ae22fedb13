import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileOf, openBulkWorld, openWaitingWorld, topicsOf } from './parts/bulk-world.ts'
import type { Ran } from './parts/convene.ts'

const create = ['meetings', 'create', '--from', 'meetings.csv', '--plan', 'business']

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
  await using world = await openBulkWorld(
    {
      onReply({ operation, status }) {
        if (operation !== 'POST /users/{userId}/meetings' || status !== 201) return
        made++
        onMade()
      },
    },
    { speed: 60 },
  )
  const { machine } = world
  await world.write(fileOf(500))
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
  const results = await world.results()
  assert.deepEqual(
    results.map(({ topic, state }) => [topic, state]),
    topicsOf(500).map((topic) => [topic, 'made']),
  )
  assert.equal(new Set(results.map(({ meeting_id }) => meeting_id)).size, 500)
  for (const { join_link, passcode } of results) assert.ok(join_link?.startsWith(world.zoom.url) && passcode !== '')
  assert.equal((await stat(join(machine.folder, 'meetings.results.csv'))).mode & 0o077, 0)
  assert.equal((await stat(join(machine.folder, 'meetings.csv.emulated.convene'))).mode & 0o077, 0)
})

test('answers that are lost, and requests that never arrive, make no meeting twice and leave none out', async () => {
  await using world = await openBulkWorld({}, { speed: 60 })
  const operation = 'POST /users/{userId}/meetings'
  world.zoom.control.faults.add({ operation, chance: 0.1, effect: 'done', cut: true })
  world.zoom.control.faults.add({ operation, chance: 0.05, effect: 'none', cut: true, seed: 7 })
  await world.write(fileOf(100))
  const { code, stdout, stderr } = await world.machine.run(create)
  assert.equal(code, 0, stdout + stderr)
  assert.match(stdout, /^Run the command again after \d\d:\d\d:\d\d UTC: it looks, and deletes that one\.$/m)
  assert.deepEqual(await world.topics(), topicsOf(100))
})

test('a meeting that lands when another one was made for its row is deleted by the next run', async () => {
  await using world = await openBulkWorld({}, { speed: 60 })
  const late = {
    operation: 'POST /users/{userId}/meetings',
    count: 1,
    effect: 'late',
    late_ms: 900_000,
    cut: true,
  } as const
  world.zoom.control.faults.add(late)
  await world.write(fileOf(3))
  const first = await world.machine.run(create)
  assert.equal(first.code, 0, first.stdout + first.stderr)
  assert.deepEqual(await world.topics(), topicsOf(3))
  const env = await world.pass(900_000)
  assert.equal((await world.topics()).length, 4)
  const again = await world.machine.run(create, { env })
  assert.equal(again.code, 0, again.stdout + again.stderr)
  assert.deepEqual(await world.topics(), topicsOf(3))
})

test('a limit of the day is told before it starts, waited for, and never run into', async () => {
  await using world = await openWaitingWorld(
    { switches: { limits: 'all' } },
    { startAt: '2026-12-17T23:50:00Z', says: /the others wait until/, ms: 900_000 },
  )
  await world.write(fileOf(130, (index) => (index < 120 ? 'mei@example.com' : 'kenji@example.com')))
  const { code, stdout, stderr } = await world.machine.run(create)
  assert.equal(code, 0, stdout + stderr)
  assert.match(
    stderr,
    /^130 meetings on 2 hosts: 100 a day a host; 110 now, 20 after 00:00 UTC on Friday, the last at 00:00:01 UTC on Friday\.$/m,
  )
  assert.match(stderr, /^The command waits for that\. Ctrl-C ends it at any time/m)
  assert.match(
    stderr,
    /^\d+ of 130 made, the others wait until 00:0\d:\d\d UTC on Friday,? 18 December for a limit of Zoom$/m,
  )
  assert.deepEqual(await world.topics(), topicsOf(130))
  const refused = world.zoom.control.journal.list().filter(({ status }) => status === 429)
  assert.deepEqual(refused, [])
})

test('--no-wait ends at a limit of the day with code 5, and the next run goes on', async () => {
  await using world = await openBulkWorld({ switches: { limits: 'daily' } })
  await world.write(fileOf(103, () => 'mei@example.com'))
  const first = await world.machine.run([...create, '--no-wait'])
  assert.equal(first.code, 5, first.stdout + first.stderr)
  assert.match(
    first.stderr,
    /^What is left when a limit of the day is reached is made by running the command again\.$/m,
  )
  assert.match(
    first.stdout,
    /^3 are not made yet\. To go on, run the command again:\n {2}convene meetings create .* --no-wait$/m,
  )
  assert.equal((await world.results()).filter(({ state }) => state === 'waiting').length, 3)
  const second = await world.machine.run(create, { env: await world.pass(86_400_000) })
  assert.equal(second.code, 0, second.stdout + second.stderr)
  assert.deepEqual(await world.topics(), topicsOf(103))
})
