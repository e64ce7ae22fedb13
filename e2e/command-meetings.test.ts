import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import ICAL from 'ical.js'
import { createTestMachine, type Ran, type TestMachine } from './parts/convene.ts'

describe('the command makes, reads and changes meetings', () => {
  let zoom: RunningEmulator
  let machine: TestMachine
  const outputs: Ran[] = []
  const convene = async (...args: string[]): Promise<Ran> => {
    const ran = await machine.run(args)
    outputs.push(ran)
    return ran
  }
  const ok = async (...args: string[]): Promise<Ran> => {
    const ran = await convene(...args)
    assert.equal(ran.code, 0, ran.stdout + ran.stderr)
    return ran
  }
  const create = async (...args: string[]) => {
    const made = (await ok('meetings', 'create', ...args, '--json')).json<{ id: number }>()
    return { ...made, id: String(made.id) }
  }

  before(async () => {
    zoom = await startEmulator()
    machine = await createTestMachine(zoom.env)
  })
  after(async () => {
    await machine[Symbol.asyncDispose]()
    await zoom.close()
  })

  test('create says which Zoom it is and shows id, passcode, times in both zones and the link', async () => {
    const words = ['--start', '2030-12-20 18:00', '--time-zone', 'Asia/Taipei', '--for', '1h30m']
    // In a process of its own, that ends when all is said.
    const ran = await machine.start(['meetings', 'create', '週會', ...words]).ended
    outputs.push(ran)
    const { code, stdout, stderr } = ran
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
    const [first, second] = stdout.split('\n')
    assert.match(first ?? '', /^Zoom: emulated, at http:\/\/127\.0\.0\.1:\d+\/v2/)
    assert.equal(second, 'Made.')
    assert.match(stdout, /^Topic {7}週會$/m)
    assert.match(stdout, /^Meeting id {2}\d{3} \d{4} \d{4}$/m)
    assert.match(stdout, /^Passcode {4}\S+$/m)
    assert.match(stdout, /^When {8}Fri, 20 Dec 2030, 18:00 to 19:30, Asia\/Taipei$/m)
    assert.match(stdout, /^For you {5}Fri, 20 Dec 2030, 11:00, Europe\/Berlin$/m)
    assert.match(stdout, new RegExp(`^Join link {3}${zoom.url}/j/\\d+`, 'm'))
  })

  test('create takes every option, and Zoom keeps what was said', async () => {
    const made = await create(
      '--topic',
      'Planning',
      '--start',
      '2030-05-06 09:30',
      '--time-zone',
      'Europe/Berlin',
      '--duration',
      '45',
      '--agenda',
      'Numbers',
      '--waiting-room',
      '--set',
      'settings.mute_upon_entry=true',
      '--user',
      'mei@example.com',
    )
    const read = (await ok('meetings', 'get', made.id, '--json')).json<Record<string, unknown>>()
    const { topic, start_time, timezone, duration, agenda, host_email } = read
    assert.deepEqual(
      { topic, start_time, timezone, duration, agenda, host_email },
      {
        topic: 'Planning',
        start_time: '2030-05-06T07:30:00Z',
        timezone: 'Europe/Berlin',
        duration: 45,
        agenda: 'Numbers',
        host_email: 'mei@example.com',
      },
    )
    const { waiting_room, mute_upon_entry } = read.settings as Record<string, unknown>
    assert.deepEqual({ waiting_room, mute_upon_entry }, { waiting_room: true, mute_upon_entry: true })
  })

  test('a start without a zone is read on the clock of this machine, and the answer says so', async () => {
    const { start_time, timezone } = (
      await ok('meetings', 'create', 'Here', '--start', '2030-07-01 09:00', '--json')
    ).json()
    assert.deepEqual({ start_time, timezone }, { start_time: '2030-07-01T07:00:00Z', timezone: 'Europe/Berlin' })
  })

  test('a passcode comes from standard input', async () => {
    const ran = await machine.run(['meetings', 'create', 'Closed', '--passcode-stdin', '--json'], {
      input: 'from-stdin\n',
    })
    assert.equal(ran.json().password, 'from-stdin')
  })

  test('a series reads like a sentence and has the dates that explain shows', async () => {
    const series = [
      '--start',
      '2030-12-20 18:00',
      '--time-zone',
      'Asia/Taipei',
      '--every',
      '2 weeks on fri',
      '--until',
      '2031-01-31',
    ]
    const explained = (await ok('explain', ...series, '--json')).json<{
      dates: { utc: string }[]
      sentence: string
      rrule: string
    }>()
    assert.equal(explained.sentence, 'Every 2 weeks on Friday, until January 31, 2031.')
    assert.match(explained.rrule, /^FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20310131T155959Z/)
    const { id } = await create('Series', ...series)
    const { occurrences } = (await ok('meetings', 'get', id, '--json')).json<{
      occurrences: { start_time: string }[]
    }>()
    assert.deepEqual(
      occurrences.map(({ start_time }) => start_time),
      explained.dates.map(({ utc }) => utc),
    )
    assert.equal(occurrences.length, 4)
  })

  test('update changes what is said, also one date of a series', async () => {
    const { id } = await create(
      'Before',
      '--start',
      '2030-12-20 18:00',
      '--time-zone',
      'Asia/Taipei',
      '--every',
      'week on fri',
      '--times',
      '3',
    )
    assert.equal((await ok('meetings', 'update', id, '--topic', 'After', '--json')).json().topic, 'After')
    const { occurrences } = (await ok('meetings', 'get', id, '--json')).json<{
      occurrences: { occurrence_id: string }[]
    }>()
    const [, second] = occurrences
    await ok(
      'meetings',
      'update',
      id,
      '--occurrence',
      second?.occurrence_id ?? '',
      '--start',
      '2030-12-28 10:00',
      '--time-zone',
      'Asia/Taipei',
    )
    const changed = (await ok('meetings', 'get', id)).stdout
    assert.match(changed, /Sat, 28 Dec 2030, 10:00/)
    assert.match(changed, /Topic {7}After/)
  })

  test('list shows a table with tabs when no terminal reads it, and every row as JSON', async () => {
    const { id } = await create('Listed', '--start', '2030-03-04 08:00', '--time-zone', 'Asia/Tokyo')
    const { stdout } = await ok('meetings', 'list')
    assert.match(stdout, new RegExp(`^${id}\\tMon, 4 Mar 2030, 08:00\\tAsia/Tokyo\\t1 h\\t\\tListed$`, 'm'))
    const rows = (await ok('meetings', 'list', '--json')).json<{ id: number }[]>()
    assert.ok(rows.some((row) => String(row.id) === id))
    assert.equal((await ok('meetings', 'list', '--limit', '1', '--json')).json<unknown[]>().length, 1)
    assert.deepEqual((await ok('meetings', 'list', '--user', 'kenji@example.com', '--json')).json<unknown[]>(), [])
  })

  test('delete asks; without a person only --yes goes on, and a second time there is nothing', async () => {
    const { id } = await create('Short-lived')
    const refused = await convene('meetings', 'delete', id)
    assert.equal(refused.code, 2)
    assert.match(
      refused.stderr,
      /Delete the meeting "Short-lived" .* on the emulated Zoom\? Nobody is at the terminal to ask\.\n {2}Add --yes/,
    )
    await ok('meetings', 'get', id)
    assert.equal((await ok('meetings', 'delete', id, '--yes', '--json')).json().deleted, true)
    const again = await convene('meetings', 'delete', id, '--yes', '--json')
    assert.equal(again.code, 3)
    assert.equal(again.json<{ error: { code: string; exit_code: number } }>().error.exit_code, 3)
  })

  test('end asks before it throws people out, and says when nobody was in', async () => {
    const { id } = await create('Busy')
    assert.match((await ok('meetings', 'end', id)).stdout, /"Busy" .* was not running/)
    const { start_url } = (await machine.run(['meetings', 'get', id, '--show-start-link', '--json'])).json()
    const zak = new URL(String(start_url)).searchParams.get('zak') ?? ''
    await fetch(`${zoom.url}/s/${id}`, { method: 'POST', body: new URLSearchParams({ zak, action: 'start' }) })
    assert.match((await ok('meetings', 'get', id)).stdout, /^Status {6}running now$/m)
    const refused = await convene('meetings', 'end', id)
    assert.equal(refused.code, 2)
    assert.match(refused.stderr, /End "Busy" .* for everybody in it\?/)
    assert.match((await ok('meetings', 'end', id, '--yes')).stdout, /^Ended "Busy"/m)
  })

  test("invitation gives Zoom's text, or one composed in a language, and nothing else on standard output", async () => {
    const { id } = await create('Treffen', '--start', '2030-12-20 18:00', '--time-zone', 'Asia/Taipei')
    const zoomText = await ok('meetings', 'invitation', id)
    assert.match(zoomText.stderr, /^Zoom: emulated/)
    assert.match(zoomText.stdout, new RegExp(`/j/${id}`))
    assert.ok(!zoomText.stdout.startsWith('Zoom:'))
    const composed = await ok('meetings', 'invitation', id, '--language', 'zh-Hant')
    assert.match(composed.stdout, /會議/)
  })

  test('invite-links gives a link for each name', async () => {
    const { id } = await create('Named')
    const links = (
      await ok('meetings', 'invite-links', id, '--name', 'Ann', '--name', 'Bo', '--valid-for', '1d', '--json')
    ).json<{ name: string; join_url: string }[]>()
    assert.deepEqual(
      links.map(({ name }) => name),
      ['Ann', 'Bo'],
    )
    assert.equal(new Set(links.map(({ join_url }) => join_url)).size, 2)
  })

  test('ics writes a calendar file that another program reads', async () => {
    const { id } = await create(
      'Calendar',
      '--start',
      '2030-12-20 18:00',
      '--time-zone',
      'Asia/Taipei',
      '--every',
      'week on fri',
      '--times',
      '3',
    )
    await ok('meetings', 'ics', id, '--output', 'weekly.ics')
    const text = await readFile(join(machine.folder, 'weekly.ics'), 'utf8')
    assert.equal((await ok('meetings', 'ics', id)).stdout.replace(/DTSTAMP:.*/, ''), text.replace(/DTSTAMP:.*/, ''))
    const calendar = new ICAL.Component(ICAL.parse(text))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    assert.equal(event.summary, 'Calendar')
    assert.equal(event.startDate.toString(), '2030-12-20T18:00:00')
    assert.ok(event.isRecurring())
  })

  test('users list shows the account', async () => {
    const { stdout } = await ok('users', 'list')
    assert.match(stdout, /^Mei Lin\tmei@example\.com\tLicensed\tAsia\/Taipei\tactive\t/m)
  })

  test('api sends any request, with a body from a file or from standard input', async () => {
    await writeFile(join(machine.folder, 'meeting.json'), '{"topic": "From a file"}')
    const made = (await ok('api', 'POST', '/users/me/meetings', '--body', '@meeting.json')).json<{
      id: number
      topic: string
      start_url: string
    }>()
    assert.equal(made.topic, 'From a file')
    assert.equal(made.start_url, '(hidden; --show-secrets shows it)')
    const changed = await machine.run(['api', 'PATCH', `/meetings/${made.id}`, '--body', '-'], {
      input: '{"topic": "Piped"}',
    })
    assert.equal(changed.code, 0, changed.stderr)
    assert.equal((await ok('api', 'get', `/v2/meetings/${made.id}`)).json().topic, 'Piped')
    assert.equal(
      (await ok('api', 'GET', '/users', '--query', 'page_size=2')).json<{ users: unknown[] }>().users.length,
      2,
    )
  })

  test('a dry run shows method, address and body, and sends nothing', async () => {
    const before = (await ok('meetings', 'list', '--json')).json<unknown[]>().length
    const { stdout } = await ok(
      'meetings',
      'create',
      'Not yet',
      '--start',
      '2030-12-20 18:00',
      '--time-zone',
      'Asia/Taipei',
      '--dry-run',
    )
    assert.match(stdout, new RegExp(`^POST ${zoom.url}/v2/users/me/meetings$`, 'm'))
    const body = JSON.parse(stdout.slice(stdout.indexOf('{')))
    assert.deepEqual(
      { topic: body.topic, start_time: body.start_time, timezone: body.timezone },
      {
        topic: 'Not yet',
        start_time: '2030-12-20T18:00:00',
        timezone: 'Asia/Taipei',
      },
    )
    const { id } = await create('Stays')
    const held = (await ok('meetings', 'delete', id, '--dry-run', '--json')).json()
    assert.deepEqual(held, { dry_run: true, method: 'DELETE', url: `${zoom.url}/v2/meetings/${id}` })
    await ok('meetings', 'update', id, '--topic', 'Other', '--dry-run')
    assert.equal((await ok('meetings', 'get', id, '--json')).json().topic, 'Stays')
    assert.equal((await ok('meetings', 'list', '--json')).json<unknown[]>().length, before + 1)
  })

  test('the host link is shown only when it is asked for', async () => {
    const { id } = await create('Mine')
    assert.match((await ok('meetings', 'get', id, '--show-start-link')).stdout, /^Start link {2}http:\S+\/s\//m)
    outputs.pop()
  })

  test('no output held a secret: not the app secret, no token, no host link', () => {
    assert.ok(outputs.length > 40)
    const secrets = [zoom.env.ZOOM_CLIENT_SECRET ?? '', 'zak=', '/s/9', 'Bearer ', 'access_token']
    for (const { stdout, stderr } of outputs)
      for (const secret of secrets) assert.ok(!(stdout + stderr).includes(secret), `${secret} in: ${stdout}${stderr}`)
  })
})
