/** The desk as whoever runs it knows it: real processes, their signals, their files. */
import assert from 'node:assert/strict'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { BookingView, HostView, MemberView, SessionView, ZoomUserView } from '@convene/booking/contract'
import { createTestMachine, type Running, type TestMachine } from './parts/convene.ts'
import { createDeskCaller, type DeskCaller } from './parts/desk-caller.ts'

const settings = { PORT: '0', LOG_LEVEL: 'error', TIME_ZONE: 'Asia/Taipei' }

/** A machine on which an emulated Zoom runs. */
async function openMachine(): Promise<TestMachine> {
  const machine = await createTestMachine(settings)
  await machine.start(['emulator', '--json', '--port', '0']).line()
  return machine
}

async function addressOf(desk: Running): Promise<string> {
  return /http:\S+/.exec(await desk.until(/^Booking desk: /))?.[0] ?? ''
}

/** Makes the first administrator with the link that the start has printed. */
async function useFirstLink(url: string, link: string): Promise<DeskCaller> {
  const answer = await confirm(url, link)
  assert.equal(answer.status, 200, await answer.clone().text())
  const { member } = (await answer.json()) as SessionView
  assert.equal(member?.role, 'admin')
  return createDeskCaller(url, /convene=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '')
}

function confirm(url: string, link: string): Promise<Response> {
  const firstAdmin = { email: 'root@example.com', name: 'Root', timeZone: 'Asia/Taipei', language: 'en' }
  const token = new URL(link).hash.replace('#first=', '')
  return fetch(`${url}/api/v1/sign-in/confirm`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', 'idempotency-key': 'first' },
    body: JSON.stringify({ token, firstAdmin }),
  })
}

test('a desk is started, gets its administrator by the printed link, and keeps a booking through a stop, a copy and a restore', async () => {
  await using machine = await openMachine()
  const desk = machine.start(['desk', 'start', '--local'])
  assert.match(await desk.line(), /^Zoom: emulated, running at http:/)
  const url = await addressOf(desk)
  const link = (await desk.until(/#first=/)).trim()
  const root = await useFirstLink(url, link)
  assert.equal((await confirm(url, link)).status, 410, 'the link works once')

  const users = await root.ask<{ rows: ZoomUserView[] }>('GET', '/hosts/zoom-users')
  const mei = users.rows.find(({ email }) => email === 'mei@example.com')
  assert.ok(mei)
  const { rows } = await root.ask<{ rows: MemberView[] }>('GET', '/members')
  const host = { name: 'Room 1', zoomUser: mei.id, email: mei.email, plan: mei.plan, capacity: 100, lanes: 1 }
  await root.ask<HostView>('POST', '/hosts', { ...host, memberId: rows[0]?.id })
  const wish = { title: 'Kept', start: '2030-12-20T18:00', timeZone: 'Asia/Taipei', minutes: 60 }
  const { id } = await root.ask<BookingView>('POST', '/bookings', wish)

  // Asked to stop while Zoom is being asked for the meeting.
  const stopped = await desk.stop('SIGTERM')
  assert.equal(stopped.code, 0, stopped.stderr)
  assert.ok(!stopped.stdout.slice(stopped.stdout.indexOf('Ctrl-C')).includes('first='))

  const copied = await machine.run(['desk', 'backup', 'copy.db'])
  assert.equal(copied.code, 0, copied.stderr)
  assert.match(copied.stdout, /personal data/)
  assert.equal((await stat(join(machine.folder, 'copy.db'))).mode & 0o777, 0o600)
  assert.match((await machine.run(['desk', 'backup', 'copy.db'])).stderr, /copy\.db is there already/)

  const again = machine.start(['desk', 'start', '--local'])
  const there = root.at(await addressOf(again))
  const ready = await untilReady(there, id)
  assert.match(ready.meeting?.joinUrl ?? '', /^http:/)
  const running = await machine.run(['desk', 'restore', 'copy.db', '--yes'])
  assert.deepEqual([running.code, /stop the desk first/.test(running.stderr)], [1, true], running.stderr)
  assert.ok(!(await again.stop()).stdout.includes('#first='), 'there is an administrator now')

  const unasked = await machine.run(['desk', 'restore', 'copy.db'])
  assert.deepEqual([unasked.code, /--yes/.test(unasked.stderr)], [2, true])
  const restored = await machine.run(['desk', 'restore', 'copy.db', '--yes'])
  assert.equal(restored.code, 0, restored.stderr)
  await stat(join(machine.folder, '.convene', 'desk.db.before-restore'))
  const third = machine.start(['desk', 'start', '--local'], { env: { CONVENE_WORKERS: 'apart' } })
  const worker = machine.start(['desk', 'worker', '--local'])
  await worker.until(/^The workers of the booking desk run/)
  const restoredView = await untilReady(root.at(await addressOf(third)), id)
  assert.equal(
    restoredView.meeting?.id,
    ready.meeting?.id,
    'the meeting that was made since is found, by workers apart, and no second one is made',
  )
  for (const { code, stderr } of [await third.stop(), await worker.stop('SIGTERM')])
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
})

/** The booking when it has its link. */
async function untilReady(desk: DeskCaller, id: string): Promise<BookingView> {
  for (;;) {
    const view = await desk.ask<BookingView>('GET', `/bookings/${id}`)
    if (view.meeting !== null) return view
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('every mistake in the settings is told at once, and nothing is started', async () => {
  await using machine = await openMachine()
  await writeFile(
    join(machine.folder, 'desk.env'),
    'HOST=0.0.0.0\nPORT=x\nSMTP_URL=mail\nTIME_ZONE=Mars\nOPENID_ISSUER=ftp://x\nSMTP_PASSWORD=hunter2\n',
    { mode: 0o600 },
  )
  const { code, stderr, stdout } = await machine.run(['desk', 'start', '--local'], {
    env: { PORT: 'y', TIME_ZONE: '' },
  })
  assert.equal(code, 2)
  for (const name of ['PORT is "y"', 'PUBLIC_URL', 'SMTP_URL', 'OPENID_ISSUER', 'OPENID_CLIENT_ID'])
    assert.ok(stderr.includes(name), `${name} in ${stderr}`)
  assert.ok(!stdout.includes('Booking desk'))
  const open = await machine.run(['desk', 'start', '--local', '--env-file', 'nothing.env'])
  assert.match(open.stderr, /nothing\.env/)
})

test('which Zoom is never in doubt: without any the desk does not start, and --real is not the emulated one', async () => {
  await using machine = await createTestMachine(settings)
  const none = await machine.run(['desk', 'start'])
  assert.deepEqual([none.code, /Which Zoom\?/.test(none.stderr)], [2, true], none.stderr)
  const local = { ZOOM_API_URL: 'http://127.0.0.1:9/v2', ZOOM_OAUTH_URL: 'http://127.0.0.1:9/oauth' }
  const app = { ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c' }
  const real = await machine.run(['desk', 'start', '--real'], { env: { ...app, ...local } })
  assert.deepEqual([real.code, /an emulated Zoom on this machine/.test(real.stderr)], [2, true], real.stderr)
})

test('a copy of PostgreSQL is left to its own tools, whose line is shown without the password', async () => {
  await using machine = await createTestMachine({ CONVENE_DATABASE: 'postgres://desk:hunter2@127.0.0.1:9/desk' })
  for (const [line, tool] of [
    ['desk backup copy.dump', 'pg_dump --format=custom --file=copy.dump "$CONVENE_DATABASE"'],
    ['desk restore copy.dump --yes', 'pg_restore --clean'],
  ] as const) {
    const { code, stderr } = await machine.run(line.split(' '))
    assert.equal(code, 2)
    assert.ok(stderr.includes(tool) && !stderr.includes('hunter2'), stderr)
  }
})

test('doctor looks at the whole desk, and a problem ends it with another code', async () => {
  await using machine = await openMachine()
  const fine = await machine.run(['doctor', '--desk', '--local', '--json'])
  assert.equal(fine.code, 0, fine.stdout)
  const { findings } = fine.json<{ findings: { check: string; state: string }[] }>()
  for (const check of ['settings', 'database', 'sign-in', 'users', 'clock', 'mail', 'address'])
    assert.ok(
      findings.some((finding) => finding.check === check),
      `${check} was not looked at`,
    )
  const env = {
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'desk@example.org',
    OPENID_ISSUER: 'http://127.0.0.1:9',
    OPENID_CLIENT_ID: 'x',
    OPENID_CLIENT_SECRET: 'hunter2',
  }
  const bad = await machine.run(['doctor', '--desk', '--local'], { env })
  assert.equal(bad.code, 1)
  assert.match(bad.stdout, /PROBLEM {2}mail/)
  assert.match(bad.stdout, /PROBLEM {2}openid/)
  assert.ok(!bad.stdout.includes('hunter2'))
})

test('npm start shows a desk with a booking, keeps it, and stops in order', async () => {
  await using machine = await createTestMachine({ ZOOM_ACCOUNT_ID: 'real', ZOOM_API_URL: 'https://zoom.invalid/v2' })
  const args = ['desk', 'demo', '--port', '0', '--zoom-port', '0']
  const demo = machine.start(args)
  assert.match(await demo.line(), /^Zoom: emulated, running at http:.*Not Zoom/)
  const url = await addressOf(demo)
  await demo.until(/^Ctrl-C stops both/)
  const joinLink = /http\S+/.exec(await demo.until(/^Join link/))?.[0] ?? ''
  assert.equal((await fetch(joinLink)).status, 200)
  assert.match(await demo.until(/^When/), /18:00 to 19:00, Asia\/Taipei$/)
  assert.match(await demo.until(/^For you/), /1[01]:00, Europe\/Berlin$/)
  const { signIn, desk } = (await (await fetch(`${url}/api/v1/session`)).json()) as SessionView
  assert.ok(desk.isDemo && desk.zoom === 'emulated' && signIn.demo.length > 10)
  assert.equal(desk.hears.by, 'webhooks')
  assert.match((await machine.run(['desk', 'demo'])).stdout, new RegExp(`^Booking desk: ${url}$`, 'm'))
  const { code, stdout, stderr } = await demo.stop()
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })

  const kept = machine.start(args)
  await kept.until(/^The booking kept from last time/)
  const id = /\d{3} \d{4} \d{4}$/
  assert.equal(id.exec(await kept.until(/^Meeting id/))?.[0], new RegExp(id, 'm').exec(stdout)?.[0])
  assert.equal((await kept.stop('SIGTERM')).code, 0)
})
