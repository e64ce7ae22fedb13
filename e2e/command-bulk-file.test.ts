import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileOf, openBulkWorld, topicsOf } from './parts/bulk-world.ts'

const create = ['meetings', 'create', '--from', 'meetings.csv']

test('what a newcomer types works: the template, and the meetings of it', async () => {
  await using world = await openBulkWorld()
  const { machine } = world
  assert.match(
    (await machine.run(['meetings', 'template', '--output', 'meetings.csv'])).stdout,
    /^Wrote meetings\.csv\./,
  )
  const again = await machine.run(['meetings', 'template', '--output', 'meetings.csv'])
  assert.equal(again.code, 2)
  assert.match(again.stderr, /meetings\.csv is there already/)
  const { code, stdout, stderr } = await machine.run(create)
  assert.equal(code, 0, stdout + stderr)
  assert.match(stdout, /^Zoom: emulated, at /)
  assert.match(stdout, /^3 of 3 made\. Links and passcodes: meetings\.results\.csv/m)
  assert.deepEqual(await world.topics(), ['Information evening', 'Interview, second round', 'Reading group'])
  const text = await readFile(join(machine.folder, 'meetings.results.csv'), 'utf8')
  assert.doesNotMatch(text, /\/s\/\d+|zak=/)
})

test('every mistake is told with its line, also as JSON, and nothing is sent or kept', async () => {
  await using world = await openBulkWorld()
  const { machine, zoom } = world
  await world.write(
    'topic,start,time_zone,agenda\nA,2027-03-01 18:00,Asia/Taipei,"x\ny"\n,18:00,\nC,2026-12-17 10:00,UTC\n',
  )
  const { code, stdout, stderr } = await machine.run(create)
  assert.equal(code, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /^Error: meetings\.csv has 4 mistakes:/)
  assert.match(stderr, /line 4, topic: It is empty/)
  assert.match(stderr, /line 4, start "18:00": The date is missing/)
  assert.match(stderr, /line 4, time_zone: It is empty/)
  assert.match(stderr, /line 5, start "2026-12-17T10:00:00": .*Give a time to come/)
  assert.match(stderr, /Nothing was sent\. Mend the file/)
  const { error } = (await machine.run([...create, '--json'])).json<{
    error: { code: string; mistakes: { line: number; field: string }[] }
  }>()
  assert.equal(error.code, 'wrong_file')
  assert.deepEqual(
    error.mistakes.map(({ line, field }) => `${line} ${field}`),
    ['4 topic', '4 start', '4 time_zone', '5 start'],
  )
  assert.deepEqual(zoom.control.journal.list(), [])
  assert.deepEqual(
    (await readdir(machine.folder)).filter((name) => name.startsWith('meetings')),
    ['meetings.csv'],
  )
})

test('a row that Zoom refuses stops no other, and is tried again by the next run', async () => {
  await using world = await openBulkWorld()
  const { machine } = world
  await world.write(fileOf(5, (index) => (index === 2 ? 'nobody@example.com' : 'mei@example.com')))
  const first = await machine.run(create)
  assert.equal(first.code, 1, first.stdout + first.stderr)
  assert.match(first.stdout, /^4 of 5 made/m)
  assert.match(first.stdout, /^ {2}line 4, "Interview 003": Zoom refuses the meeting: .*nobody@example\.com/m)
  assert.deepEqual(
    (await world.results()).map(({ line, state }) => `${line} ${state}`),
    ['2 made', '3 made', '4 refused', '5 made', '6 made'],
  )
  await machine.run(['api', 'POST', '/users', '--body', '-'], {
    input: JSON.stringify({
      action: 'custCreate',
      user_info: { email: 'nobody@example.com', type: 2, first_name: 'No', last_name: 'Body' },
    }),
  })
  const second = await machine.run(create)
  assert.equal(second.code, 0, second.stdout + second.stderr)
  assert.match(second.stderr, /^4 meetings of meetings\.csv were made before\.$/m)
  assert.deepEqual(await world.topics(), topicsOf(5).toSpliced(2, 1))
  assert.equal((await world.results()).filter(({ state }) => state === 'made').length, 5)
})

test('rows may be put in and sorted; an edited one is told, asked for, and made anew beside the old one', async () => {
  await using world = await openBulkWorld()
  const { machine } = world
  const row = (topic: string) => `mei@example.com,${topic},2027-03-01 18:00,Asia/Taipei\n`
  const header = 'host,topic,start,time_zone\n'
  await world.write(header + row('A') + row('B'))
  assert.equal((await machine.run(create)).code, 0)
  const [, b] = await world.results()

  await world.write(header + row('C') + row('B') + row('A'))
  assert.equal((await machine.run(create)).code, 0)
  assert.deepEqual(await world.topics(), ['A', 'B', 'C'])

  await world.write(header + row('C') + row('B, edited').replace('B, edited', '"B, edited"') + row('A'))
  const asked = await machine.run(create)
  assert.equal(asked.code, 2)
  const id = b?.meeting_id?.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
  assert.match(asked.stderr, new RegExp(`line 3 at that time, "B": meeting ${id}`))
  assert.match(asked.stderr, /Make one meeting on the emulated account .*\? Nobody is at the terminal to ask\./)
  assert.deepEqual(await world.topics(), ['A', 'B', 'C'])
  assert.equal((await machine.run([...create, '--yes'])).code, 0)
  assert.deepEqual(await world.topics(), ['A', 'B', 'B, edited', 'C'])
  assert.equal((await machine.run(create)).code, 0)
})

test('JSON Lines from standard input give JSON Lines of results, one a row, without start links', async () => {
  await using world = await openBulkWorld()
  const { machine } = world
  const rows = topicsOf(3).map((topic) => ({ key: topic, topic, start_time: '2027-03-01T18:00:00Z' }))
  const input = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const from = ['meetings', 'create', '--from', '-', '--json']
  const homeless = await machine.run(from, { input })
  assert.equal(homeless.code, 2)
  assert.match(homeless.stdout, /--journal is missing/)
  for (let round = 0; round < 2; round++) {
    const { code, stdout, stderr } = await machine.run([...from, '--journal', 'kept'], { input })
    assert.equal(code, 0, stderr)
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      told.map(({ key, state, host }) => `${key} ${state} ${host}`).sort(),
      topicsOf(3).map((topic) => `${topic} made owner@example.com`),
    )
    for (const { join_url, password } of told) assert.ok(join_url.startsWith(world.zoom.url) && password)
    assert.doesNotMatch(stdout, /start_url|zak=/)
  }
  assert.deepEqual(await world.topics(), topicsOf(3))
  assert.equal((await world.results('kept.results.csv')).length, 3)
})

test('--dry-run checks a file and says how long it takes, and asks no Zoom', async () => {
  await using world = await openBulkWorld()
  await world.write(fileOf(250, () => 'mei@example.com') + fileOf(1, () => 'mei@example.com').split('\n')[1])
  const { code, stdout } = await world.machine.run([...create, '--dry-run'])
  assert.equal(code, 0)
  assert.match(stdout, /^Lines 2, 252 say the same: each becomes a meeting of its own\.$/m)
  assert.match(
    stdout,
    /^All 251 rows are right\. Dry run: nothing was sent\.\n251 meetings on 1 host: 100 a day a host; 100 now,/m,
  )
  assert.deepEqual(world.zoom.control.journal.list(), [])
})

test('a real account is meant only with a word that says so', async () => {
  await using world = await openBulkWorld()
  await world.write(fileOf(1))
  const { code, stderr } = await world.machine.run(create, { env: { ZOOM_API_URL: '', ZOOM_OAUTH_URL: '' } })
  assert.equal(code, 2)
  assert.match(stderr, /A file of meetings goes to a real account only with --real\./)
})

test('an emulated Zoom that began anew is not taken for the one that has the meetings', async () => {
  await using world = await openBulkWorld({}, { speed: 60 })
  const { machine, zoom } = world
  await world.write(fileOf(2))
  assert.equal((await machine.run(create)).code, 0)
  zoom.control.reset()
  const { code, stderr } = await machine.run(create)
  assert.equal(code, 2, stderr)
  assert.match(stderr, /meetings\.csv\.emulated\.convene belongs to the emulated account/)
  await rm(join(machine.folder, 'meetings.csv.emulated.convene'))
  assert.equal((await machine.run(create)).code, 0)
  assert.deepEqual(await world.topics(), topicsOf(2))
})

test('options that mean one meeting are refused beside a file, and those of a file without one', async () => {
  await using world = await openBulkWorld()
  const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[...create, '--start', 'tomorrow 18:00'], /--start is for one meeting; with --from each row says it/],
    [[...create, 'Weekly'], /--topic is for one meeting/],
    [['meetings', 'create', 'Weekly', '--no-wait'], /--no-wait belongs to --from/],
    [[...create, '--plan', 'gold'], /--plan "gold": is none of free, pro and business/],
    [[...create, '--share', '2'], /--share "2": is no part of the limits/],
    [['meetings', 'create', '--from', 'none.csv'], /--from none\.csv: the file cannot be read/],
  ]
  for (const [args, message] of refused) {
    const { code, stderr } = await world.machine.run(args)
    assert.equal(code, 2)
    assert.match(stderr, message)
  }
})

test('a row that was on its way and is no longer in the file is taken back', async () => {
  let onMade = () => {}
  const onReply = ({ operation }: { operation: string }) => {
    if (operation === 'POST /users/{userId}/meetings') onMade()
  }
  await using world = await openBulkWorld({ onReply }, { speed: 60 })
  await world.write(fileOf(1))
  const running = world.machine.start(create)
  onMade = () => void running.stop('SIGKILL')
  await running.ended
  onMade = () => {}
  assert.deepEqual(await world.topics(), topicsOf(1))
  await world.write(fileOf(1).replace('Interview 001', 'Another'))
  const { code, stderr } = await world.machine.run([...create, '--yes'])
  assert.equal(code, 0, stderr)
  assert.match(stderr, /^What was not made yet is taken back\.$/m)
  assert.deepEqual(await world.topics(), ['Another'])
})

test('Ctrl-C once waits for what is on its way, and twice does not', async () => {
  await using world = await openBulkWorld()
  world.zoom.control.faults.add({ operation: 'POST /users/{userId}/meetings', delay_ms: 10_000 })
  await world.write(fileOf(1))
  const running = world.machine.start(create)
  while (world.zoom.control.faults.list()[0]?.matched === 0) await new Promise((resolve) => setImmediate(resolve))
  void running.stop('SIGINT')
  await running.until(/^Ending what is on its way\. Ctrl-C once more ends at once\.$/)
  assert.equal((await running.stop('SIGINT')).code, null)
})

test('a sign-in or a scope that is missing ends the run with code 4, and the next one goes on at once', async () => {
  await using world = await openBulkWorld()
  await world.write(fileOf(3))
  const unknown = await world.machine.run(create, { env: { ZOOM_CLIENT_SECRET: 'wrong' } })
  assert.equal(unknown.code, 4, unknown.stderr)
  world.zoom.control.faults.add({
    operation: 'POST /users/{userId}/meetings',
    count: 3,
    status: 400,
    body: { code: 4711, message: 'Invalid access token, does not contain scopes:[meeting:write:meeting:admin].' },
  })
  const missing = await world.machine.run(create)
  assert.equal(missing.code, 4, missing.stderr)
  assert.match(missing.stderr, /meeting:write:meeting:admin/)
  const allowed = await world.machine.run(create)
  assert.equal(allowed.code, 0, allowed.stderr)
  assert.deepEqual(await world.topics(), topicsOf(3))
})
