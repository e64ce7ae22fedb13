import assert from 'node:assert/strict'
import { day, hour, memberOf, minute, monday } from './desk-data.ts'
import { book, findBooking, type StoreTest } from './home.ts'

const never = { bookings: 0, audit: 0, messages: 0, requests: 0, expired: 0, news: 0, mails: 0 }
const empty = { subject: '', text: '', attachments: [] }
const people = [
  { email: 'KEN@example.com', name: 'Ken' },
  { email: 'ken@example.com.tw', name: undefined },
]

export function testRetention(storeTest: StoreTest): void {
  storeTest('bookings lose what they were about when their last date is past the limit, once', async (store) => {
    await book(store, 'past', [10, 34])
    await book(store, 'recent', [10, 58], { lane: 2 })
    const forget = () =>
      store.transaction(({ retention }) => retention.forget({ ...never, bookings: monday + 35 * hour + 1 }))
    assert.deepEqual(await forget(), ['meeting of past'])
    assert.deepEqual(await forget(), [])
    const past = await findBooking(store, 'past')
    assert.deepEqual([past?.title, past?.agenda, past?.people], ['', '', []])
    assert.equal((await store.read(({ bookings }) => bookings.occurrencesOf('past'))).length, 2)
    assert.equal((await findBooking(store, 'recent'))?.title, '面試 "1"')
  })

  storeTest('audit, sent messages and requests go after their time', async (store) => {
    await store.transaction(async ({ audit, outbox, requests }) => {
      for (const [id, at] of [['old', monday - 1] as const, ['new', monday] as const]) {
        await audit.add({ id, at, by: 'desk', what: 'data_forgotten', thing: 'a', details: {} })
        await outbox.add({ key: id, kind: 'mail', body: {}, dueAt: at })
        await requests.begin({ memberId: 'mei', key: id, hash: '' }, at)
      }
      await outbox.add({ key: 'waiting', kind: 'mail', body: {}, dueAt: monday - 2 })
    })
    const leased = await store.leaseMessages(monday, monday + minute, 9)
    for (const message of leased) if (message.key !== 'waiting') await store.endMessage(message, 'sent')
    const limits = { ...never, audit: monday, messages: monday, requests: monday }
    await store.transaction(({ retention }) => retention.forget(limits))
    const left = await store.read(({ audit }) => audit.list({ from: 0, to: monday + day }, { limit: 9 }))
    assert.deepEqual(
      left.map(({ id }) => id),
      ['new'],
    )
    await store.transaction(async ({ outbox, requests }) => {
      for (const key of ['old', 'new', 'waiting']) await outbox.add({ key, kind: 'mail', body: {}, dueAt: monday })
      const begin = async (key: string) => (await requests.begin({ memberId: 'mei', key, hash: '' }, monday)).is
      assert.deepEqual([await begin('old'), await begin('new')], ['new', 'same'])
    })
    const due = await store.leaseMessages(monday + minute, monday + 2 * minute, 9)
    assert.deepEqual(
      due.map(({ key }) => key),
      ['waiting', 'old'],
    )
  })

  storeTest('what has expired, news and kept mails go after their time', async (store, home) => {
    const token = { data: {}, createdAt: monday, kind: 'link' as const }
    const key = { memberId: 'mei', name: '', scopes: [], createdAt: monday, lastUsedAt: undefined }
    const session = { memberId: 'mei', way: 'link' as const, createdAt: monday, seenAt: monday }
    await store.transaction(async ({ sessions, signInTokens, apiKeys, tries, news, mails }) => {
      for (const [id, at] of [['old', monday - 1] as const, ['new', monday] as const]) {
        await sessions.add({ ...session, tokenHash: id, expiresAt: at })
        await signInTokens.add({ ...token, tokenHash: id, expiresAt: at })
        await apiKeys.add({ ...key, id, tokenHash: id, expiresAt: at })
        await tries.count({ key: id, windowMs: minute, most: 1 }, at - minute)
        await news.add({ at, kind: 'zoom_changed', bookingId: id })
        await mails.add({ id, at, to: '', subject: '', text: '', attachments: [] })
      }
      await apiKeys.add({ ...key, id: 'for ever', tokenHash: 'for ever', expiresAt: undefined })
    })
    const limits = { ...never, expired: monday, news: monday, mails: monday }
    await store.transaction(({ retention }) => retention.forget(limits))
    const kept = (sql: string) => home.run(sql) as Promise<Readonly<Record<string, unknown>>[]>
    for (const [table, column] of [
      ['session', 'token_hash'],
      ['sign_in_token', 'token_hash'],
      ['api_key', 'id'],
      ['tries', 'key'],
      ['news', 'booking_id'],
      ['mail', 'id'],
    ] as const) {
      const rows = await kept(`SELECT ${column} AS id FROM ${table} ORDER BY 1 DESC`)
      const expected = table === 'api_key' ? ['new', 'for ever'] : ['new']
      assert.deepEqual(
        rows.map(({ id }) => id),
        expected,
        table,
      )
    }
  })

  storeTest('of a booking that is forgotten nothing is left of what Zoom showed', async (store, home) => {
    for (const [id, at] of [['past', 10] as const, ['recent', 58] as const])
      await book(store, id, [at], { deputies: ['ken'] })
    await store.transaction(async ({ drift, publications }) => {
      for (const [index, bookingId] of ['past', 'recent'].entries()) {
        const fields = [{ field: 'topic', booked: '', atZoom: 'Secret' }]
        await drift.set({ bookingId, is: 'changed', fields, candidates: [], seenAt: monday })
        await publications.set({ bookingId, meetingId: index, joinUrl: 'https://zoom.us', revision: 1, at: monday })
      }
    })
    await store.transaction(({ retention }) => retention.forget({ ...never, bookings: monday + 35 * hour }))
    for (const table of ['drift', 'publication', 'deputy'])
      assert.doesNotMatch(JSON.stringify(await home.run(`SELECT * FROM ${table}`)), /past/)
    await store.read(async ({ drift, publications }) => {
      assert.ok(await drift.find('recent'))
      assert.ok(await publications.find('recent'))
    })
  })

  storeTest('a member who is erased is signed out, and the keys and mails go too', async (store, home) => {
    await store.transaction(async ({ sessions, apiKeys, mails }) => {
      for (const memberId of ['mei', 'ken']) {
        const key = { memberId, tokenHash: memberId, createdAt: monday, expiresAt: monday + day }
        await sessions.add({ ...key, way: 'link', seenAt: monday })
        await apiKeys.add({ ...key, id: memberId, name: '', scopes: [], lastUsedAt: undefined })
        await mails.add({ id: memberId, at: monday, to: `${memberId.toUpperCase()}@example.com`, ...empty })
      }
    })
    await store.transaction(({ retention }) => retention.eraseMember('ken', monday + day))
    for (const [table, column] of [
      ['session', 'member_id'] as const,
      ['api_key', 'id'] as const,
      ['mail', 'id'] as const,
    ])
      assert.deepEqual(
        await home.run(`SELECT ${column} AS id FROM ${table}`).then((rows) => JSON.stringify(rows)),
        '[{"id":"mei"}]',
      )
  })

  storeTest(
    'who is erased gets no mail that still waits, and news that wait for others say nothing of them',
    async (store, home) => {
      const [mei, ken] = [{ email: 'mei@example.com' }, { email: 'KEN@example.com', name: 'Ken' }]
      const bodies = {
        'asked for a link': { email: 'Ken@Example.com', next: '/' },
        'to ken': { to: ken },
        'to mei': { to: mei },
        'to ken as a member': { to: { memberId: 'ken' } },
        'about both': { left: [mei, ken], joined: ['ken@example.com', 'mei@example.com'] },
        'sent to ken': { to: ken },
      }
      await store.transaction(async ({ outbox, signInTokens }) => {
        for (const [key, body] of Object.entries(bodies)) await outbox.add({ key, kind: 'mail', body, dueAt: monday })
        const token = { kind: 'link' as const, createdAt: monday, expiresAt: monday + day }
        for (const [tokenHash, memberId] of [
          ['of ken', 'ken'],
          ['of mei', 'mei'],
        ] as const)
          await signInTokens.add({ ...token, tokenHash, data: { memberId, email: `${memberId}@example.com` } })
      })
      for (const message of await store.leaseMessages(monday, monday, 9))
        if (message.key === 'sent to ken') await store.endMessage(message, 'sent')
      await store.transaction(({ retention }) => retention.eraseMember('ken', monday))
      const waiting = await store.leaseMessages(monday + 1, monday + minute, 9)
      assert.deepEqual(Object.fromEntries(waiting.map(({ key, body }) => [key, body])), {
        'to mei': { to: mei },
        'about both': { left: [mei], joined: ['mei@example.com'] },
      })
      for (const table of ['outbox', 'sign_in_token'])
        assert.doesNotMatch(JSON.stringify(await home.run(`SELECT * FROM ${table}`)), /ken@example\.com/i, table)
      await store.transaction(({ members }) => members.save(memberOf('ken')))
    },
  )

  storeTest('what an erased member has still to come is forgotten when it is over', async (store) => {
    await book(store, 'next', [58], { organiserId: 'ken' })
    const erase = () => store.transaction(({ retention }) => retention.eraseMember('ken', monday + day))
    assert.deepEqual(await erase(), [])
    assert.equal((await findBooking(store, 'next'))?.title, '')
    const limits = { ...never, bookings: monday + 60 * hour }
    const forget = () => store.transaction(({ retention }) => retention.forget(limits))
    assert.deepEqual(await forget(), ['meeting of next'])
  })

  storeTest('a member who is erased leaves leaves slots of nobody', async (store, home) => {
    await book(store, 'x', [10])
    await book(store, 'theirs', [10], { lane: 2, organiserId: 'ken', title: 'Of Ken', people: [] })
    await book(store, 'guest', [12], { people })
    await book(store, 'deputised', [14], { people: [], deputies: ['ken'] })
    await store.transaction(async ({ requests }) => {
      await requests.begin({ memberId: 'ken', key: 'k', hash: '' }, monday)
      await requests.end({ memberId: 'ken', key: 'k', hash: '' }, 'for Of Ken')
      const saved = { memberId: 'mei', key: 'saved', hash: '' }
      await requests.begin(saved, monday)
      await requests.end(saved, JSON.stringify({ id: 'ken', email: 'ken@example.com', name: 'Of Ken', role: 'member' }))
    })
    await store.transaction(async ({ mails }) => {
      for (const id of ['x', 'theirs', 'other'])
        await mails.add({ id: `booking_confirmed ${id} 1 to hash`, at: monday, to: 'mei@example.com', ...empty })
    })
    const keys = await store.transaction(({ retention }) => retention.eraseMember('ken', monday + day))
    assert.deepEqual(keys, ['meeting of theirs'])
    await store.read(async ({ bookings }) => {
      assert.deepEqual(
        (await bookings.listInviting('KEN@example.com.tw')).map(({ id }) => id),
        ['guest'],
      )
      assert.deepEqual(await bookings.listInviting('%'), [])
    })
    const ken = await store.read(({ members }) => members.find('ken'))
    assert.deepEqual(ken, memberOf('ken', { email: '', name: '', isActive: false }))
    assert.deepEqual((await findBooking(store, 'guest'))?.people, [{ email: 'ken@example.com.tw', name: undefined }])
    assert.deepEqual((await findBooking(store, 'x'))?.people, [])
    assert.deepEqual((await findBooking(store, 'deputised'))?.deputies, [])
    assert.equal((await book(store, 'y', [10], { lane: 2 })).ok, false, 'the slot stays')
    for (const table of ['member', 'booking', 'request'])
      assert.doesNotMatch(JSON.stringify(await home.run(`SELECT * FROM ${table}`)), /Of Ken|ken@example\.com"/i)
    const saved = await store.transaction(({ requests }) => {
      return requests.begin({ memberId: 'mei', key: 'saved', hash: '' }, monday + 1)
    })
    assert.deepEqual(saved, { is: 'same', answer: JSON.stringify({ id: 'ken', email: '', name: '', role: 'member' }) })
    const left = await store.read(({ mails }) => mails.list({ limit: 9 }))
    assert.deepEqual(
      left.map(({ id }) => id),
      ['booking_confirmed other 1 to hash'],
      'what others were told of these bookings goes too',
    )
    assert.equal(await store.read(({ members }) => members.findByEmail('')), undefined)
    assert.deepEqual(await store.transaction(({ retention }) => retention.eraseMember('nobody', monday)), [])
    await store.transaction(({ members }) => members.save(memberOf('ken')))
  })
}
