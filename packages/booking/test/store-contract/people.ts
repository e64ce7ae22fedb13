import assert from 'node:assert/strict'
import { noPolicies } from '../../src/domain/policies.ts'
import { hostOf, memberOf, monday } from './desk-data.ts'
import { doTwice, type StoreTest } from './home.ts'

export function testPeople(storeTest: StoreTest): void {
  storeTest('hosts are read back as they were saved last', async (store) => {
    const hours = { monday: [{ from: '22:00', to: '24:00' }], friday: [] }
    const own = hostOf('own', { memberId: 'mei', hours, plan: 'basic', lanes: 1, isActive: false })
    await store.transaction(({ hosts }) => hosts.save(own))
    await store.transaction(({ hosts }) => hosts.save(hostOf('b', { name: 'Another', lanes: 3 })))
    const found = await store.read(({ hosts }) => hosts.list())
    assert.deepEqual(found, [hostOf('a'), hostOf('b', { name: 'Another', lanes: 3 }), own])
    assert.deepEqual(await store.read(({ hosts }) => hosts.find('own')), own)
    assert.equal(await store.read(({ hosts }) => hosts.find('nobody')), undefined)
  })

  storeTest('one user of Zoom is not two hosts, of which each would be booked by itself', async (store) => {
    const double = hostOf('c', { zoomUser: hostOf('a').zoomUser })
    await assert.rejects(
      store.transaction(({ hosts }) => hosts.save(double)),
      { code: 'host_taken', message: /^zoomUser: "a@zoom\.example\.com" is a host already/ },
    )
  })

  storeTest('members are found by id and by address, in upper or lower case', async (store) => {
    const ayse = memberOf('ayse', { email: 'Ayşe.Işık@Example.com', role: 'admin', needsApproval: true })
    await store.transaction(({ members }) => members.save(ayse))
    await store.read(async ({ members }) => {
      assert.deepEqual(await members.find('ayse'), ayse)
      assert.deepEqual(await members.findByEmail('ayşe.işık@EXAMPLE.com'), ayse)
      assert.equal(await members.find('nobody'), undefined)
      assert.equal(await members.findByEmail('nobody@example.com'), undefined)
      const first = await members.list({ limit: 2 })
      assert.deepEqual(
        first.map(({ id }) => id),
        ['ayse', 'ken'],
      )
      assert.deepEqual(await members.list({ limit: 2, after: 'ken' }), [memberOf('mei')])
    })
  })

  storeTest('of two who change a member at once neither writes over the other', async (store) => {
    await doTwice(store, async ({ members }) => {
      const mei = await members.findToChange('mei')
      if (mei !== undefined) await members.save({ ...mei, name: `${mei.name}!` })
      return mei?.name
    })
    assert.equal((await store.read(({ members }) => members.find('mei')))?.name, `${memberOf('mei').name}!!`)
  })

  storeTest('an address belongs to one member, whatever its case', async (store) => {
    const save = (email: string) => store.transaction(({ members }) => members.save(memberOf('new', { email })))
    await assert.rejects(save('MEI@example.com'), {
      code: 'email_taken',
      message: /^email: "MEI@example\.com" belongs/,
    })
    await save('new@example.com')
    await save('NEW@example.com')
  })

  storeTest('two transactions that make the same member at once leave one', async (store) => {
    const signIn = (id: string) =>
      store.transaction(async ({ members }) => {
        const there = await members.findByEmail('new@example.com')
        if (there) return there.id
        await members.save(memberOf(id, { email: 'new@example.com' }))
        return id
      })
    const [first, second] = await Promise.all([signIn('one'), signIn('two')])
    assert.equal(first, second)
  })

  storeTest('without policies nothing is forbidden, and they are read back as an admin has set them', async (store) => {
    const get = () => store.read(({ policies }) => policies.get())
    assert.deepEqual(await get(), noPolicies)
    const strict = {
      ...noPolicies,
      noticeMinutes: 30,
      approvalForHosts: ['a'],
      nextOrganiserMayEnd: true,
      pool: { confirmedBy: 'mei', confirmedAt: monday },
      timeZone: 'Asia/Taipei',
    }
    await store.transaction(({ policies }) => policies.set(strict))
    assert.deepEqual(await get(), strict)
    await store.transaction(({ policies }) => policies.set(noPolicies))
    assert.deepEqual(await get(), noPolicies)
  })

  storeTest('the audit is listed page by page in its order, and nothing of it can be changed', async (store, home) => {
    const entry = (id: string, at: number) => ({
      id,
      at,
      by: 'mei',
      what: 'booking_made' as const,
      thing: 'x',
      details: { dates: 2 },
    })
    const entries = [entry('c', monday), entry('a', monday + 1), entry('b', monday + 1), entry('d', monday + 2)]
    await store.transaction(async ({ audit }) => {
      for (const one of entries.toReversed()) await audit.add(one)
    })
    const range = { from: monday, to: monday + 2 }
    const list = (after?: string) => store.read(({ audit }) => audit.list(range, { limit: 2, after }))
    assert.deepEqual(await list(), entries.slice(0, 2))
    assert.deepEqual(await list('a'), entries.slice(2, 3))
    const newest = (after?: string) =>
      store.read(({ audit }) => audit.list(range, { limit: 2, after, order: 'newest' }))
    assert.deepEqual(await newest(), [entries[2], entries[1]])
    assert.deepEqual(await newest('a'), entries.slice(0, 1))
    await assert.rejects(home.run(`UPDATE audit SET by_whom = 'ken'`), /only added to/)
  })
}
