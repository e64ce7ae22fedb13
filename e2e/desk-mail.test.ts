/** The desk's mails, sent by its own transport to a real mail server on this machine and read as a mail program does. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { datesOfMeeting } from '@convene/booking'
import { languages } from '@convene/booking/languages'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import type { Mail } from '../apps/server/src/mail/content.ts'
import { createSmtpTransport, type MailTransport } from '../apps/server/src/mail/smtp.ts'
import { writeNews } from '../apps/server/src/mail/write-news.ts'
import { type Sample, sampleDesk, sampleNow, sampleParts, single, weekly } from '../apps/server/test/mail-samples.ts'
import { startMailPeer } from './parts/mail-peer.ts'
import { bodyOf, header } from './parts/read-mail.ts'

function mailOf(sample: Sample, changes: Partial<Mail> = {}): Mail {
  const parts = sampleParts(sample)
  const written = writeNews(parts, sampleDesk)
  assert.ok(written)
  return { key: `${sample.kind} b-1 2 to x`, to: parts.receiver, replyTo: undefined, ...written, ...changes }
}

function transportTo(url: string, from = 'Springfield desk <desk@example.org>'): MailTransport & Disposable {
  const transport = createSmtpTransport({ url, from, now: () => sampleNow })
  return { ...transport, [Symbol.dispose]: () => transport.close() }
}

const kinds: readonly Sample['kind'][] = [
  'booking_confirmed',
  'booking_changed',
  'booking_cancelled',
  'approval_asked',
  'approval_decided',
  'overrun',
]

describe('mails over SMTP', () => {
  test('each kind arrives whole in each language', async () => {
    await using peer = await startMailPeer()
    using transport = transportTo(peer.url)
    const sent: Mail[] = []
    for (const language of languages)
      for (const kind of kinds) {
        const mail = mailOf({ kind, as: 'organiser', language, ...(kind === 'approval_asked' && { as: 'manager' }) })
        assert.equal(await transport.deliver(mail), 'sent')
        sent.push(mail)
      }
    assert.equal(peer.mails.length, 30)
    for (const [index, got] of peer.mails.entries()) {
      const mail = sent[index]
      assert.equal(header(got, 'subject'), mail?.content.subject)
      assert.equal(header(got, 'to'), '山田 健 <ken@example.org>')
      assert.match(header(got, 'from'), /^"?Springfield desk"? <desk@example\.org>$/)
      assert.equal(header(got, 'auto-submitted'), 'auto-generated')
      assert.match(header(got, 'list-id'), /<bookings\.example\.org>/)
      assert.ok(bodyOf(got, 'text/plain').startsWith('物理討論會'))
      assert.ok(bodyOf(got, 'text/html').includes(`<html lang="${mail?.content.language}">`))
    }
  })

  test('the same mail sent twice has the same id, another mail another one', async () => {
    await using peer = await startMailPeer()
    using transport = transportTo(peer.url)
    const mail = mailOf({ kind: 'booking_confirmed', as: 'person', language: 'en' })
    for (const one of [mail, mail, { ...mail, key: 'another' }]) await transport.deliver(one)
    const [first, second, third] = peer.mails.map((one) => header(one, 'message-id'))
    assert.match(first ?? '', /^<[0-9a-f]{40}@example\.org>$/)
    assert.equal(second, first)
    assert.notEqual(third, first)
  })

  test('people answer the organiser', async () => {
    await using peer = await startMailPeer()
    using transport = transportTo(peer.url)
    const replyTo = { email: 'mei@example.org', name: '林美玲' }
    await transport.deliver(mailOf({ kind: 'booking_confirmed', as: 'person', language: 'en' }, { replyTo }))
    const [got] = peer.mails
    assert.ok(got)
    assert.equal(header(got, 'reply-to'), '林美玲 <mei@example.org>')
  })

  test('line breaks in names and titles add no header', async () => {
    await using peer = await startMailPeer()
    using transport = transportTo(peer.url, 'Desk\r\nBcc: eve@example.net <desk@example.org>')
    const nasty = 'Hi\r\nBcc: eve@example.net\r\n\r\n<b>x</b>'
    const mail = mailOf(
      { kind: 'booking_confirmed', as: 'person', language: 'en', booking: { title: nasty } },
      { to: { email: 'ken@example.org', name: nasty }, replyTo: { email: 'mei@example.org', name: nasty } },
    )
    assert.equal(await transport.deliver(mail), 'sent')
    const [got] = peer.mails
    assert.deepEqual(got?.to, ['ken@example.org'])
    assert.equal(got?.headers.has('bcc'), false)
    assert.equal(got && header(got, 'subject').startsWith('Booked: Hi Bcc: eve@example.net <b>x</b>, '), true)
  })
})

describe('the calendar file of a mail', () => {
  for (const [what, wish] of [
    ['a single meeting', single],
    ['a series with a date that is left out', weekly],
  ] as const)
    test(`shows ${what} to two calendar programs at the dates of the desk`, async () => {
      await using peer = await startMailPeer()
      using transport = transportTo(peer.url)
      await transport.deliver(mailOf({ kind: 'booking_changed', as: 'person', language: 'ja', wish }))
      const [file] = peer.mails.flatMap(({ parts }) => parts.filter(({ type }) => type === 'text/calendar'))
      assert.ok(file)
      assert.match(file.contentType, /method=PUBLISH/)
      assert.equal(file.fileName, 'meeting.ics')
      const expected = datesOfMeeting(wish).dates.map(({ startsAt }) => new Date(startsAt).toISOString())
      assert.deepEqual(startsByIcalJs(file.content), expected)
      assert.deepEqual(startsByNodeIcal(file.content), expected)
      assert.match(file.content, /\r\nUID:b-1@desk\.example\.org\r\n/)
      assert.match(file.content, /\r\nSEQUENCE:1\r\n/)
      assert.match(file.content, /BEGIN:VTIMEZONE\r\nTZID:Asia\/Taipei/)
    })
})

function startsByIcalJs(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const [event] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  assert.ok(event)
  if (!event.isRecurring()) return [event.startDate.toJSDate().toISOString()]
  const starts: string[] = []
  const dates = event.iterator()
  for (let next = dates.next(); next; next = dates.next()) starts.push(next.toJSDate().toISOString())
  return starts
}

function startsByNodeIcal(text: string): string[] {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT')
  assert.ok(event?.type === 'VEVENT')
  if (event.rrule === undefined) return [event.start.toISOString()]
  const range = { from: new Date('2026-12-01'), to: new Date('2027-12-01') }
  return nodeIcal.expandRecurringEvent(event, range).map(({ start }) => start.toISOString())
}

describe('a mail server that does not take a mail', () => {
  const mail = mailOf({ kind: 'booking_cancelled', as: 'person', language: 'en' })

  for (const [code, is] of [
    [450, 'temporary'],
    [550, 'permanent'],
  ] as const)
    test(`answers ${code}: ${is}, and the reason does not hold the address`, async () => {
      await using peer = await startMailPeer()
      using transport = transportTo(peer.url)
      peer.refuse('ken@example.org', code)
      const delivery = await transport.deliver(mail)
      assert.ok(delivery !== 'sent')
      assert.equal(delivery.is, is)
      assert.match(delivery.problem, new RegExp(`${code}.*<k…@example\\.org>`))
      assert.doesNotMatch(delivery.problem, /ken@/)
    })

  test('is away: temporary; when it is back, the mail leaves', async () => {
    const peer = await startMailPeer()
    await peer[Symbol.asyncDispose]()
    using transport = transportTo(peer.url)
    const away = await transport.deliver(mail)
    assert.ok(away !== 'sent')
    assert.equal(away.is, 'temporary')
    await using back = await startMailPeer(peer.port)
    assert.equal(await transport.deliver(mail), 'sent')
    assert.equal(back.mails.length, 1)
  })

  test('refuses the password: temporary, and nobody reads the password in the reason', async () => {
    await using peer = await startMailPeer(0, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    })
    using transport = transportTo(`smtp://desk:hunter2@127.0.0.1:${peer.port}`)
    const delivery = await transport.deliver(mail)
    assert.ok(delivery !== 'sent')
    assert.equal(delivery.is, 'temporary')
    assert.doesNotMatch(delivery.problem, /hunter2/)
  })

  test('does not know the sender: temporary, since that can be mended', async () => {
    await using peer = await startMailPeer(0, {
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('no such sender'), { responseCode: 550 })),
    })
    using transport = transportTo(peer.url)
    assert.deepEqual(await transport.deliver(mail), { is: 'temporary', problem: 'EENVELOPE: 550 no such sender' })
  })

  test('cannot prove who it is, over TLS: nothing is sent', async () => {
    await using peer = await startMailPeer(0, { secure: true })
    using transport = transportTo(`smtps://127.0.0.1:${peer.port}`)
    const delivery = await transport.deliver(mail)
    assert.ok(delivery !== 'sent' && delivery.is === 'temporary')
    assert.equal(peer.mails.length, 0)
  })
})
