import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Journal } from '../src/ensure/journal.ts'
import type { Attempt, MeetingRecord } from '../src/ensure/record.ts'

/** An empty journal that several can stand on, each over a connection of its own. */
export interface JournalHome extends AsyncDisposable {
  open(): Promise<Journal>
  /** In one transaction: a row of the caller's own, then `work` with a journal over the same connection, then the end. */
  transaction(end: 'COMMIT' | 'ROLLBACK', work: (journal: Journal) => Promise<unknown>): Promise<void>
  /** How many rows of the caller there are. */
  countRows(): Promise<number>
}

export const now: number = Date.parse('2026-12-17T10:00:00Z')
const minute = 60_000
const claim = { now, leaseUntil: now + minute }

/** A record that is due at `now`. */
export const recordOf = (key: string, changes: Partial<MeetingRecord> = {}): MeetingRecord => ({
  key,
  tag: `tag of ${key}`,
  version: 0,
  fence: 0,
  leaseUntil: 0,
  state: 'planned',
  dueAt: now,
  askedHash: 'e3b0c442',
  createdAt: now - 1.5,
  wanted: { revision: 1, host: 'mei@example.com', meeting: { fields: { topic: '面試 "1" \u0000', duration: 60 } } },
  attempts: [],
  surplus: [],
  ...changes,
})

const published = (id: number): NonNullable<MeetingRecord['published']> => ({
  id,
  host: 'mei@example.com',
  attempt: 1,
  join_url: `https://zoom.us/j/${id}`,
  password: 'Abc123',
  revision: 1,
  shows: { fields: { topic: 'Weekly' } },
})

/** What every journal promises, whatever keeps it. */
export function testJournal(name: string, openHome: () => Promise<JournalHome>): void {
  const journalTest = (title: string, run: (home: JournalHome, journal: Journal) => Promise<void>) =>
    test(`a journal ${name}: ${title}`, async () => {
      await using home = await openHome()
      await run(home, await home.open())
    })

  journalTest('what was written is read back the same, by key, tag and meeting', async (_, journal) => {
    const record = recordOf('a', { dueAt: undefined, published: published(85_123_456_789) })
    assert.deepEqual(await journal.add(record), record)
    assert.deepEqual(await journal.find('a'), record)
    assert.deepEqual(await journal.findByTag(record.tag), record)
    assert.deepEqual(await journal.findByMeeting(85_123_456_789), record)
    assert.equal(await journal.find('b'), undefined)
    assert.equal(await journal.findByTag('b'), undefined)
    assert.equal(await journal.findByMeeting(1), undefined)
  })

  journalTest('a key is given away once, also to two at once', async (home, journal) => {
    const others = [journal, await home.open(), await home.open()]
    const given = await Promise.all(others.map((one, index) => one.add(recordOf('a', { tag: `tag ${index}` }))))
    assert.equal(new Set(given.map(({ tag }) => tag)).size, 1)
    assert.deepEqual(await journal.find('a'), given[0])
  })

  journalTest('the secret is made once, whoever comes first', async (home, journal) => {
    const others = [journal, await home.open(), await home.open()]
    const secrets = await Promise.all(others.map((one, index) => one.secret(`secret ${index}`)))
    assert.equal(new Set(secrets).size, 1)
    assert.equal(await journal.secret('later'), secrets[0])
  })

  journalTest('who read an older version cannot write', async (home, journal) => {
    await journal.add(recordOf('a'))
    const changes = [recordOf('a', { state: 'sent' }), recordOf('a', { state: 'refused', leaseUntil: now, fence: 3 })]
    const others = [journal, await home.open()]
    const written = await Promise.all(changes.map((change, index) => others[index]?.save(change)))
    assert.deepEqual(written.toSorted(), [false, true])
    assert.deepEqual(await journal.find('a'), { ...changes[written.indexOf(true)], version: 1 })
    assert.equal(await journal.save(recordOf('nobody')), false)
  })

  journalTest('what is due is claimed in turn, and by nobody else before the lease ends', async (_, journal) => {
    const dues = { later: now + 1, second: now - 1, first: now - 2, never: undefined }
    for (const [key, dueAt] of Object.entries(dues)) await journal.add(recordOf(key, { dueAt }))
    const first = await journal.claim(claim)
    assert.deepEqual(first, recordOf('first', { dueAt: now - 2, version: 1, fence: 1, leaseUntil: now + minute }))
    assert.equal((await journal.claim(claim))?.key, 'second')
    assert.equal(await journal.claim(claim), undefined)
    const afterwards = await journal.claim({ now: now + minute, leaseUntil: now + 2 * minute })
    assert.equal(afterwards?.key, 'later')
    const again = await journal.claim({ now: now + minute, leaseUntil: now + 2 * minute })
    assert.deepEqual([again?.key, again?.fence, again?.version], ['first', 2, 2])
    assert.equal(await journal.save(recordOf('first', { version: 1 })), false, 'the first worker has lost it')
  })

  journalTest('one that is named is claimed though it is not due, but not from somebody else', async (_, journal) => {
    await journal.add(recordOf('a', { dueAt: undefined }))
    assert.equal(await journal.claim({ ...claim, key: 'b' }), undefined)
    assert.equal((await journal.claim({ ...claim, key: 'a' }))?.fence, 1)
    assert.equal(await journal.claim({ ...claim, key: 'a' }), undefined)
    assert.equal((await journal.claim({ now: now + minute, leaseUntil: now + 2 * minute, key: 'a' }))?.fence, 2)
  })

  journalTest('claims at the same time never get the same record', async (home, journal) => {
    const keys = Array.from({ length: 20 }, (_, index) => `meeting ${index}`)
    for (const key of keys) await journal.add(recordOf(key))
    const workers = [journal, await home.open(), await home.open(), await home.open()]
    const one = recordOf('one', { dueAt: undefined })
    await journal.add(one)
    const claimed: string[] = []
    const work = async (worker: Journal) => {
      for (let record = await worker.claim(claim); record !== undefined; record = await worker.claim(claim))
        claimed.push(record.key)
    }
    await Promise.all(workers.map(work))
    assert.deepEqual(claimed.toSorted(), keys.toSorted())
    const named = await Promise.all(workers.map((worker) => worker.claim({ ...claim, key: 'one' })))
    assert.equal(named.filter((record) => record !== undefined).length, 1)
  })

  journalTest('it knows when there is something to do next', async (_, journal) => {
    assert.equal(await journal.nextDueAt(), undefined)
    await journal.add(recordOf('settled', { dueAt: undefined, leaseUntil: now - 1 }))
    assert.equal(await journal.nextDueAt(), undefined)
    await journal.watch('mei@example.com', now + 3 * minute, now + 60 * minute)
    assert.equal(await journal.nextDueAt(), now + 3 * minute)
    await journal.add(recordOf('a', { dueAt: now }))
    assert.equal(await journal.nextDueAt(), now)
    await journal.claim(claim)
    assert.equal(await journal.nextDueAt(), now + minute, 'when the lease ends')
  })

  journalTest('a host is looked through as early as anybody asked, and watched as long', async (_, journal) => {
    assert.equal(await journal.findHost('mei'), undefined)
    await journal.watch('mei', now + 5, now + 10)
    await journal.watch('mei', now + 2, now + 7)
    await journal.watch('ken', now + 9, now + 9)
    assert.equal(await journal.claimHost({ now: now + 1, leaseUntil: now + minute }), undefined)
    const mei = await journal.claimHost({ now: now + 9, leaseUntil: now + minute })
    assert.ok(mei)
    const { host, sweepAt, watchUntil, leaseUntil, fence, agenda } = mei
    assert.deepEqual(
      [host, sweepAt, watchUntil, leaseUntil, fence, agenda],
      ['mei', now + 2, now + 10, now + minute, 1, undefined],
    )
    assert.equal((await journal.claimHost({ now: now + 9, leaseUntil: now + minute }))?.host, 'ken')
    assert.equal(await journal.claimHost({ now: now + 9, leaseUntil: now + minute }), undefined)
    assert.equal(await journal.saveHost({ host: 'mei', sweepAt: now + 600, fence: 0 }), false)
    assert.equal(await journal.saveHost({ host: 'mei', sweepAt: now + 600, fence: 1 }), true)
    assert.deepEqual(await journal.findHost('mei'), { ...mei, sweepAt: now + 600, leaseUntil: 0 })
    assert.equal(await journal.saveHost({ host: 'ken', sweepAt: undefined, fence: 1 }), true)
    assert.equal(await journal.nextDueAt(), now + 600, 'nobody looks at ken any more')
    await journal.watch('ken', now + 5, now + 6)
    assert.equal(await journal.nextDueAt(), now + 5, 'until somebody asks again')
  })

  journalTest('a look at a host that is asked for while one is going on is not forgotten', async (_, journal) => {
    await journal.watch('mei', now, now)
    await journal.claimHost(claim)
    await journal.watch('mei', now + 1, now + minute)
    assert.equal(await journal.saveHost({ host: 'mei', sweepAt: undefined, fence: 1 }), true)
    assert.equal((await journal.findHost('mei'))?.sweepAt, now + 1)
    await journal.claimHost({ now: now + 1, leaseUntil: now + minute })
    assert.equal(await journal.saveHost({ host: 'mei', sweepAt: now + 600, fence: 2 }), true)
    assert.equal((await journal.findHost('mei'))?.sweepAt, now + 600)
  })

  journalTest('what was learned of a host stays, whether it is watched or not', async (_, journal) => {
    await journal.learnHost('mei', { agenda: 'hidden' })
    assert.equal(await journal.nextDueAt(), undefined)
    await journal.watch('mei', now, now)
    await journal.learnHost('mei', { passcode: { length: 8, only_allow_numeric: true } })
    await journal.learnHost('mei', { passcode: { length: 6 } })
    const mei = await journal.claimHost(claim)
    assert.deepEqual([mei?.agenda, mei?.passcode], ['hidden', { length: 6 }])
  })

  journalTest('attempts at a host that nobody knows about are found', async (_, journal) => {
    const attempt = (host: string, sentAt: number, outcome: Attempt['outcome']): Attempt => ({
      number: 1,
      host,
      revision: 1,
      hash: 'e3b0c442',
      sent: { fields: {} },
      password: 'Abc123',
      sentAt,
      giveUpAt: sentAt + 15_000,
      outcome,
    })
    const attempts: Record<string, Attempt[]> = {
      sent: [attempt('Mei@example.com', now, 'sent')],
      unknown: [attempt('mei@example.com', now + 1, 'unknown')],
      moved: [attempt('mei@example.com', now + 2, 'not_seen'), attempt('ken@example.com', now + 3, 'made')],
      known: [attempt('mei@example.com', now, 'made'), attempt('mei@example.com', now, 'not_made')],
      older: [attempt('mei@example.com', now - 1, 'unknown'), attempt('ken@example.com', now, 'unknown')],
      elsewhere: [attempt('mei@example.com.tw', now, 'unknown')],
    }
    for (const [key, tries] of Object.entries(attempts)) await journal.add(recordOf(key, { attempts: tries }))
    const found = await journal.findLost('mei@example.com', now)
    assert.deepEqual(found.map(({ key }) => key).toSorted(), ['moved', 'sent', 'unknown'])
    await journal.save(recordOf('sent', { attempts: [attempt('mei@example.com', now, 'made')] }))
    assert.equal((await journal.findLost('mei@example.com', now)).length, 2)
  })

  for (const [end, count] of [
    ['COMMIT', 1],
    ['ROLLBACK', 0],
  ] as const)
    journalTest(`${end}: what is planned in a caller's transaction stands or falls with it`, async (home, journal) => {
      await home.transaction(end, async (inside) => {
        await inside.add(recordOf('a'))
        assert.equal((await inside.find('a'))?.key, 'a')
      })
      assert.equal((await journal.find('a')) === undefined ? 0 : 1, count)
      assert.equal(await home.countRows(), count)
    })
}
