import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { BookingSummary, BookingView, PageOf, SessionView } from '@convene/booking/contract'
import { startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'
import { type DeskNetwork, openDeskNetwork } from './parts/desk.ts'
import type { DeskCaller } from './parts/desk-caller.ts'
import { type PostgresServer, sharedPostgres } from './parts/postgres.ts'
import { openWire } from './parts/wire.ts'

const { postgres, missing } = await sharedPostgres()

const minute = 60_000
const names = ['mei', 'ken', 'ada']
const hosts = 10
/** So many people want a meeting at each of three hours: all hosts, three times. */
const wanted = 3 * hosts

const open = (postgres?: PostgresServer): Promise<DeskNetwork> =>
  openDeskNetwork({
    postgres,
    hosts: Array.from({ length: hosts }, () => ({})),
    members: names.map((id) => ({ id })),
  })

/** What somebody wants, and the key by which it is wanted once. */
interface Wanted {
  readonly by: string
  readonly key: string
  readonly body: object
}

const wishes: readonly Wanted[] = Array.from({ length: wanted }, (_, index) => ({
  by: names[index % names.length] ?? '',
  key: `wish-${index}`,
  body: {
    title: `Lesson ${index}`,
    start: `2026-12-18T${10 + (index % 3)}:00`,
    timeZone: 'UTC',
    minutes: 60,
    people: [{ email: `guest-${index}@example.org` }],
  },
}))

/** Everybody books at once; `onThird` is called when a third of them has got an answer, in the middle of the others. */
async function bookAll(
  network: DeskNetwork,
  urlOf: (index: number) => string,
  onThird: () => void,
): Promise<{ made: BookingView[]; unanswered: number }> {
  const people = new Map<string, DeskCaller>()
  for (const name of names) people.set(name, await network.signIn(name, urlOf(0)))
  let [answered, unanswered] = [0, 0]
  /** Asks again with the same key until the desk has said yes, as a page does whose network comes and goes. */
  const book = async ({ by, key, body }: Wanted, index: number): Promise<BookingView> => {
    for (;;) {
      const person = (people.get(by) as DeskCaller).at(urlOf(index))
      const answer = await person.call<BookingView>('POST', '/bookings', { body, key }).catch(() => undefined)
      if (answer?.status === 201) {
        if (++answered === wanted / 3) onThird()
        return answer.body as BookingView
      }
      assert.equal(answer, undefined, JSON.stringify(answer?.body))
      unanswered++
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const made = await Promise.all(wishes.map(book))
  return { made, unanswered }
}

/** All meetings that Zoom has: host, title and link. */
async function readZoom({ client, store }: DeskNetwork): Promise<Map<string, string[]>> {
  const meetings = new Map<string, string[]>()
  for (const { zoomUser } of await store.read((reading) => reading.hosts.list()))
    for await (const { topic, join_url } of client.meetings.list({ userId: zoomUser, type: 'scheduled' }))
      meetings.set(topic, [...(meetings.get(topic) ?? []), join_url])
  return meetings
}

/** Nothing lost, nothing doubled, and everybody told; after all of it has come to rest. */
async function assertWhole(network: DeskNetwork, url: string, made: readonly BookingView[]): Promise<void> {
  const root = await network.signIn('root', url)
  assert.equal(new Set(made.map(({ id }) => id)).size, wanted, 'a key books once')
  const all = () => root.ask<PageOf<BookingSummary>>('GET', '/bookings?whose=all&limit=200')
  await network.until(async () => (await all()).rows.every(({ state }) => state === 'confirmed'), { leapMs: minute })
  const { rows } = await all()
  assert.deepEqual(rows.map(({ title }) => title).sort(), made.map(({ title }) => title).sort())
  // A surplus meeting may be there for some minutes.
  await network.until(async () => [...(await readZoom(network)).values()].flat().length === wanted, { leapMs: minute })
  const meetings = await readZoom(network)
  for (const booking of made) {
    const { meeting } = await root.ask<BookingView>('GET', `/bookings/${booking.id}`)
    assert.equal(meeting, null, 'the link is for the organiser alone')
    const publication = await network.store.read(({ publications }) => publications.find(booking.id))
    assert.deepEqual(meetings.get(booking.title ?? ''), [publication?.joinUrl])
  }

  await network.until(() => wishes.every((_, index) => mailsTo(network, `guest-${index}@example.org`).length > 0), {
    leapMs: minute,
  })
  for (const [index] of wishes.entries()) {
    const ids = mailsTo(network, `guest-${index}@example.org`).map(({ headers }) => headers.get('message-id')?.[0])
    assert.equal(new Set(ids).size, 1, `whoever gets it twice knows it: ${ids.join(' ')}`)
  }
}

const mailsTo = ({ mail }: DeskNetwork, address: string) => mail.mails.filter(({ to }) => to.includes(address))

const engines: Record<string, { skip: string | false; postgres: PostgresServer | undefined }> = {
  'on a SQLite file': { skip: false, postgres: undefined },
  'on PostgreSQL': { skip: missing ?? false, postgres },
}

for (const [name, { skip, postgres }] of Object.entries(engines))
  test(`a desk ${name} that is killed while people book has lost nothing when it is back`, { skip }, async () => {
    await using network = await open(postgres)
    let desk = await network.startProcess()
    let back = Promise.resolve()
    const killAndStart = async () => {
      await desk.kill()
      desk = await network.startProcess()
    }
    const { made, unanswered } = await bookAll(
      network,
      () => desk.url,
      () => {
        back = killAndStart()
      },
    )
    await back
    assert.ok(unanswered > 0, 'it was killed while people booked')
    await assertWhole(network, desk.url, made)
    assert.equal(await desk.stop(), 0)
  })

test('of two desks on PostgreSQL one is killed while people book, and the other goes on with what it was about to do', {
  skip: missing ?? false,
}, async () => {
  await using network = await open(postgres)
  const [one, other] = await Promise.all([network.startProcess(), network.startProcess()])
  let isKilled = false
  const { made, unanswered } = await bookAll(
    network,
    (index) => (index % 2 === 0 && !isKilled ? one.url : other.url),
    () => {
      isKilled = true
      void one.kill()
    },
  )
  assert.ok(unanswered > 0, 'it was killed while people booked')
  await assertWhole(network, other.url, made)
})

for (const [name, { skip, postgres }] of Object.entries(engines))
  test(`a page of one process hears within seconds what the workers in another one do and see, ${name}`, {
    skip,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convene-apart-'))
    await using opened = new AsyncDisposableStack()
    opened.defer(() => rmSync(folder, { recursive: true, force: true }))
    const data = join(folder, 'zoom.db')
    const network = opened.use(await openDeskNetwork({ postgres, emulator: { data } }))
    const [server, worker] = await Promise.all([
      network.startProcess({ CONVENE_WORKERS: 'apart' }),
      network.startProcess({ DESK_PART: 'worker' }),
    ])
    const mei = await network.signIn('mei', server.url)
    const page = await openStream(mei)
    const book = async (start: string) => {
      const wish = { title: 'Lesson', start, timeZone: 'UTC', minutes: 60 }
      return (await mei.ask<BookingView>('POST', '/bookings', wish)).id
    }
    const read = (id: string) => mei.ask<BookingView>('GET', `/bookings/${id}`)
    const awaySince = async () => (await mei.ask<SessionView>('GET', '/session')).desk.zoomAwaySince

    const id = await book('2026-12-18T10:00')
    await page.until('booking_changed', async () => (await read(id)).meeting !== null)
    assert.equal(await awaySince(), null)
    assert.deepEqual(await findingsOfDoctor(network, server.url), ['ok database', 'ok mail', 'ok address'])

    await network.zoom.close()
    await book('2026-12-18T12:00')
    await page.until('zoom_changed', async () => (await awaySince()) !== null)

    const port = Number(new URL(network.zoom.url).port)
    opened.use(await startEmulator({ port, data, clock: network.time.clock }))
    network.leap(minute)
    await page.until('zoom_changed', async () => (await awaySince()) === null)
    page.close()
    assert.deepEqual(await Promise.all([server.stop(), worker.stop()]), [0, 0])
  })

test('a desk whose PostgreSQL goes away says so, and goes on by itself when it is back', {
  skip: missing ?? false,
}, async () => {
  await using network = await openDeskNetwork({ postgres })
  const address = new URL(network.database)
  const wire = await openWire(Number(address.port), address.hostname)
  address.hostname = '127.0.0.1'
  address.port = String(wire.port)
  const { url } = await network.startDesk({ CONVENE_DATABASE: address.href })
  const mei = await network.signIn('mei', url)
  const ready = async () => (await fetch(`${url}/ready`)).status
  const lesson = { key: 'lesson', body: { title: 'Lesson', start: '2026-12-18T10:00', timeZone: 'UTC', minutes: 60 } }
  assert.equal(await ready(), 200)

  wire.cut()
  for (let times = 0; times < 3; times++) {
    const { status, body, headers } = await mei.call<BookingView>('POST', '/bookings', lesson)
    assert.deepEqual([status, 'code' in body && body.code], [503, 'database_away'])
    assert.equal(headers.get('retry-after'), '5')
  }
  assert.deepEqual([await ready(), (await fetch(`${url}/health`)).status], [503, 200])

  await wire.mend()
  const { status, body } = await mei.call<BookingView>('POST', '/bookings', lesson)
  assert.equal(status, 201, JSON.stringify(body))
  const { id } = body as BookingView
  await network.until(async () => (await mei.ask<BookingView>('GET', `/bookings/${id}`)).meeting !== null, {
    leapMs: minute,
  })
  wire.cut()
})

/** The events of an open page. */
async function openStream({ url, cookie }: DeskCaller): Promise<{
  /** Reads until an event of this name came after which it is so. */
  until(name: string, isSo: () => Promise<boolean>): Promise<void>
  close(): void
}> {
  const stop = new AbortController()
  const headers = { cookie: `${cookie.name}=${cookie.value}` }
  const { body } = await fetch(`${url}/api/v1/events`, { headers, signal: stop.signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()
  return {
    async until(name, isSo) {
      for (;;) {
        const { value = '' } = (await reader?.read()) ?? {}
        if (value.includes(`event: ${name}\n`) && (await isSo())) return
      }
    },
    close: () => stop.abort(),
  }
}

/** What `convene doctor --desk` says of database, mail server and address. */
async function findingsOfDoctor({ zoom, database, mail }: DeskNetwork, url: string): Promise<string[]> {
  const env = {
    ...zoom.env,
    CONVENE_DATABASE: database,
    SMTP_URL: mail.url,
    MAIL_FROM: 'desk@example.org',
    PUBLIC_URL: url,
  }
  await using machine = await createTestMachine(env)
  const ran = await machine.run(['doctor', '--desk', '--json'])
  const { findings } = ran.json<{ findings: { check: string; state: string }[] }>()
  return findings
    .filter(({ check }) => check === 'database' || check === 'mail' || check === 'address')
    .map(({ check, state }) => `${state} ${check}`)
}
