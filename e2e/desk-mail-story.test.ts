/** Who gets which mail when something is done at a real desk: its store, safe creation on the emulator, its workers, a mail server. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import {
  type Booking,
  bookMeeting,
  cancelBooking,
  changeBooking,
  decideBooking,
  type Host,
  type Member,
  noPolicies,
  type Person,
} from '@convene/booking'
import { configFromEnvironment, type DeskContext, realAmbient, startDesk } from '@convene/server'
import { startEmulator } from '@convene/zoom-emulator'
import { type DeliveredMail, type MailPeer, startMailPeer } from './parts/mail-peer.ts'
import { bodyOf, header } from './parts/read-mail.ts'

const person = (id: string, its: Partial<Member> = {}): Member => ({
  id,
  email: `${id}@example.org`,
  name: id,
  role: 'member',
  language: 'en',
  timeZone: 'Asia/Taipei',
  needsApproval: false,
  isActive: true,
  ...its,
})
const members = [
  person('mei', { name: '林美玲', language: 'zh-TW' }),
  person('tomas', { name: 'Tomás Ruiz', needsApproval: true }),
  person('boss', { role: 'manager', language: 'tr', timeZone: 'Europe/Istanbul' }),
  person('root', { role: 'admin', language: 'ja' }),
]
const ayse: Person = { email: 'ayse@example.net', name: 'Ayşe Yılmaz' }
const boss: Person = { email: 'boss@example.org', name: undefined }
const ken: Person = { email: 'ken@example.net', name: '山田 健' }

interface MailDesk extends AsyncDisposable {
  readonly context: DeskContext
  book(memberId: string, people: readonly Person[]): Promise<Booking>
  find(id: string): Promise<Booking>
}

async function openMailDesk(settings: Readonly<Record<string, string>>): Promise<MailDesk> {
  await using opening = new AsyncDisposableStack()
  const zoom = opening.use(
    await startEmulator({
      seed: { users: ['room', 'hall'].map((name) => ({ email: `${name}@example.org`, type: 2 })) },
    }),
  )
  const folder = mkdtempSync(join(tmpdir(), 'convene-mail-'))
  opening.defer(() => rmSync(folder, { recursive: true }))
  const config = configFromEnvironment(
    { ...zoom.env, CONVENE_DATABASE: join(folder, 'desk.db'), PORT: '0', LOG_LEVEL: 'error', ...settings },
    { isDemo: false },
  )
  const { context } = opening.use(await startDesk(config, realAmbient))
  const pool = { confirmedBy: 'root', confirmedAt: realAmbient.now() }
  await context.store.transaction(async (transaction) => {
    for (const host of [room, hall]) await transaction.hosts.save(host)
    for (const member of members) await transaction.members.save(member)
    await transaction.policies.set({ ...noPolicies, pool })
  })
  const find = async (id: string): Promise<Booking> => {
    const booking = await context.store.read(({ bookings }) => bookings.find(id))
    assert.ok(booking)
    return booking
  }
  const opened = opening.move()
  return {
    context,
    find,
    async book(memberId, people) {
      const day = new Date(realAmbient.now() + 9 * 86_400_000).toISOString().slice(0, 10)
      const { id } = await bookMeeting(context.desk, request(memberId), {
        title: '物理討論會',
        agenda: '',
        timeZone: 'Asia/Taipei',
        start: `${day}T18:00`,
        minutes: 60,
        recurrence: undefined,
        exceptions: [],
        people,
        peopleExpected: 3,
      })
      return find(id)
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const room: Host = {
  id: 'room',
  zoomUser: 'room@example.org',
  email: 'room@example.org',
  name: 'Room',
  plan: 'pro',
  capacity: 100,
  lanes: 1,
  bufferBefore: 0,
  bufferAfter: 0,
  timeZone: 'Asia/Taipei',
  hours: undefined,
  memberId: undefined,
  isActive: true,
}

const hall: Host = { ...room, id: 'hall', zoomUser: 'hall@example.org', email: 'hall@example.org', capacity: 300 }

function request(memberId: string): { memberId: string; key: string; hash: string } {
  const key = realAmbient.createId()
  return { memberId, key, hash: key }
}

const withMail = (peer: MailPeer) => ({ SMTP_URL: peer.url, MAIL_FROM: 'Desk <desk@example.org>' })

/** To whom, and the beginning of the subject. */
function letters(mails: readonly DeliveredMail[]): string[] {
  return mails.map((mail) => `${mail.to.join()} ${header(mail, 'subject').split(/[:：]/)[0]}`).sort()
}

describe('a booking with people', () => {
  test('is told to each in their own language, changed, and called off', async () => {
    await using peer = await startMailPeer()
    await using desk = await openMailDesk(withMail(peer))
    const booking = await desk.book('mei', [ayse, boss])
    await peer.received(3)
    assert.deepEqual(letters(peer.mails), [
      'ayse@example.net 已預約',
      'boss@example.org Rezerve edildi',
      'mei@example.org 已預約',
    ])
    const toMember = peer.mails.find(({ to }) => to.includes('boss@example.org'))
    assert.ok(toMember)
    assert.match(bodyOf(toMember, 'text/plain'), /Sizin saatiniz:/)
    assert.equal(header(toMember, 'reply-to'), '林美玲 <mei@example.org>')
    const [, link] = /(http:\S+\/j\/\d+\S*)/.exec(bodyOf(toMember, 'text/plain')) ?? []
    assert.ok(link)

    const confirmed = await desk.find(booking.id)
    await changeBooking(desk.context.desk, request('mei'), {
      bookingId: booking.id,
      revision: confirmed.revision,
      scope: { scope: 'all' },
      change: { people: [boss, ken], minutes: 90 },
      mayMove: false,
    })
    await peer.received(7)
    const changed = peer.mails.slice(3)
    assert.deepEqual(letters(changed), [
      'ayse@example.net 已取消',
      'boss@example.org Değişti',
      'ken@example.net 已預約',
      'mei@example.org 已變更',
    ])
    for (const mail of changed)
      assert.equal(bodyOf(mail, 'text/plain').includes(link), !mail.to.includes('ayse@example.net'))
    assert.match(
      bodyOf(changed.find(({ to }) => to.includes('ken@example.net')) ?? toMember, 'text/calendar'),
      /SEQUENCE:1/,
    )

    const { revision } = await desk.find(booking.id)
    await cancelBooking(desk.context.desk, request('mei'), { bookingId: booking.id, revision, scope: { scope: 'all' } })
    await peer.received(10)
    assert.deepEqual(letters(peer.mails.slice(7)), [
      'boss@example.org İptal edildi',
      'ken@example.net 已取消',
      'mei@example.org 已取消',
    ])
    for (const mail of peer.mails.slice(7)) {
      assert.doesNotMatch(bodyOf(mail, 'text/plain'), /\/j\/\d/)
      assert.match(bodyOf(mail, 'text/calendar'), /METHOD:CANCEL\r\n.*SEQUENCE:2\r\n/s)
    }
  })
})

describe('a booking that moves to another host', () => {
  test('is told as changed without the link that is about to go, and then with the new one', async () => {
    await using peer = await startMailPeer()
    await using desk = await openMailDesk(withMail(peer))
    const { id } = await desk.book('mei', [])
    await peer.received(1)
    const linkIn = (index: number) => /(http:\S+\/j\/\d+)/.exec(bodyOf(at(peer.mails, index), 'text/plain'))?.[1]
    const before = await desk.find(id)
    await changeBooking(desk.context.desk, request('mei'), {
      bookingId: id,
      revision: before.revision,
      scope: { scope: 'all' },
      change: { peopleExpected: 200 },
      mayMove: true,
    })
    desk.context.news.wake()
    await peer.received(3)
    assert.equal((await desk.find(id)).hostId, 'hall')
    const links = [0, 1, 2].map(linkIn)
    assert.equal(links.filter((link) => link === links[0]).length, 1, 'the old link is told once')
    assert.ok(links.slice(1).includes(undefined) || new Set(links.slice(1)).size === 1)
  })
})

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  assert.ok(item)
  return item
}

describe('a booking that needs approval', () => {
  test('is told to managers, and decided', async () => {
    await using peer = await startMailPeer()
    await using desk = await openMailDesk(withMail(peer))
    const booking = await desk.book('tomas', [ayse])
    await peer.received(2)
    assert.deepEqual(letters(peer.mails), ['boss@example.org Onay bekliyor', 'root@example.org 承認依頼'])
    for (const mail of peer.mails)
      assert.ok(bodyOf(mail, 'text/plain').includes(`${desk.context.config.publicUrl}/bookings/${booking.id}`))
    const decision = { bookingId: booking.id, revision: booking.revision, decision: 'approve' } as const
    await decideBooking(desk.context.desk, request('boss'), decision)
    await peer.received(5)
    assert.deepEqual(letters(peer.mails.slice(2)), [
      'ayse@example.net Booked',
      'tomas@example.org Approved',
      'tomas@example.org Booked',
    ])
  })
})

describe('one address that takes no mail', () => {
  test('does not hinder the others; it stays visible and is in the log, without the whole address', async () => {
    await using peer = await startMailPeer()
    await using desk = await openMailDesk(withMail(peer))
    peer.refuse(ayse.email, 550)
    const booking = await desk.book('mei', [ayse, ken])
    await peer.received(2)
    assert.deepEqual(letters(peer.mails), ['ken@example.net 已預約', 'mei@example.org 已預約'])
    const { audit, problems } = await untilGivenUp(desk.context)
    assert.deepEqual(
      audit.map(({ by, thing, details }) => [by, thing, details.kind]),
      [['desk', booking.id, 'booking_confirmed']],
    )
    assert.deepEqual(
      problems.map(({ kind, tries, dueAt }) => [kind, tries, dueAt]),
      [['mail', 1, undefined]],
    )
    assert.doesNotMatch(JSON.stringify([audit, problems]), /ayse@/)
  })
})

async function untilGivenUp({ store, clock }: DeskContext) {
  for (;;) {
    const found = await store.read(async ({ audit, messageProblems }) => ({
      audit: (await audit.list({ from: 0, to: clock.now() + 1 }, { limit: 100 })).filter(
        ({ what }) => what === 'mail_failed',
      ),
      problems: await messageProblems.list({ limit: 10 }),
    }))
    if (found.problems.some(({ dueAt }) => dueAt === undefined)) return found
    await new Promise<void>((resolve) => clock.setTimer(20, resolve))
  }
}

describe('without a mail server', () => {
  test('mails are kept as they would have been sent, and pages hear of it', async () => {
    await using desk = await openMailDesk({})
    const heard = new Promise<void>((resolve) => {
      let count = 0
      desk.context.news.listen({
        tell: ({ kind }) => {
          if (kind === 'mail_kept' && ++count === 2) resolve()
        },
        end: () => {},
      })
    })
    await desk.book('mei', [ayse])
    await heard
    const kept = await desk.context.store.read(({ mails }) => mails.list({ limit: 10 }))
    assert.deepEqual(kept.map(({ to }) => to).sort(), ['ayse@example.net', 'mei@example.org'])
    for (const { text, attachments } of kept) {
      assert.match(text, /\/j\/\d+/)
      assert.match(attachments[0]?.content ?? '', /BEGIN:VCALENDAR/)
    }
  })
})
