import assert from 'node:assert/strict'
import { parseHostInput } from '../../src/domain/parse-host.ts'
import { parseMemberInput } from '../../src/domain/parse-member.ts'
import { parsePolicies } from '../../src/domain/parse-policies.ts'
import { noPolicies } from '../../src/domain/policies.ts'
import { bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { eraseMember } from '../../src/use-cases/erase-member.ts'
import { exportMember } from '../../src/use-cases/export-member.ts'
import { firstAdmin } from '../../src/use-cases/first-admin.ts'
import { forgetOld } from '../../src/use-cases/forget-old.ts'
import { saveHost } from '../../src/use-cases/save-host.ts'
import { saveMember, saveSelf } from '../../src/use-cases/save-member.ts'
import { confirmPool, setPolicies, withdrawPool } from '../../src/use-cases/set-policies.ts'
import { member, wish } from '../domain-data.ts'
import { type DeskTest, refusal, refused, type TestDesk, thursday } from './open-desk.ts'
import { by } from './requests.ts'

const audited = async ({ store }: TestDesk) =>
  (await store.read(({ audit }) => audit.list({ from: 0, to: thursday * 2 }, { limit: 99 }))).map(
    ({ by: who, what, thing }) => `${who} ${what} ${thing}`,
  )
const day = 24 * 60 * 60_000
const newHost = { zoomUser: 'new@example.com', email: 'new@example.com', name: 'New', plan: 'business', capacity: 300 }

export function testAdministration(deskTest: DeskTest): void {
  deskTest('an administrator adds a host with what is usual for its plan, and changes it', async (desk) => {
    const input = parseHostInput(newHost)
    assert.deepEqual(await refused(saveHost(desk, by('boss'), { input })), ['not_allowed', 'needs_role'])
    const saved = await saveHost(desk, by('root'), { input })
    assert.deepEqual([saved.lanes, saved.bufferAfter, saved.timeZone, saved.isActive], [2, 0, 'UTC', true])
    const hours = { monday: [{ from: '09:00', to: '24:00' }], friday: [] }
    const changed = await saveHost(desk, by('root'), { hostId: saved.id, input: parseHostInput({ hours, lanes: 3 }) })
    assert.deepEqual([changed.hours, changed.lanes, changed.name], [hours, 3, 'New'])
    const open = await saveHost(desk, by('root'), { hostId: saved.id, input: parseHostInput({ hours: null }) })
    assert.equal(open.hours, undefined)
    assert.deepEqual(await audited(desk), Array(3).fill(`root host_saved ${saved.id}`))
  })

  deskTest('one user of Zoom is one host, and stays the same user while bookings are to come', async (desk) => {
    const double = saveHost(desk, by('root'), { input: parseHostInput({ ...newHost, zoomUser: 'SMALL@example.com' }) })
    assert.deepEqual(await refused(double), ['invalid_input', 'host_taken'])
    const rename = () =>
      saveHost(desk, by('root'), { hostId: 'small', input: parseHostInput({ zoomUser: 'other@example.com' }) })
    await bookMeeting(desk, by('mei'), wish())
    assert.deepEqual(await refused(rename()), ['wrong_state', 'host_is_booked'])
    desk.clock.now += 9 * day
    assert.equal((await rename()).zoomUser, 'other@example.com')
    const nobody = saveHost(desk, by('root'), { hostId: 'small', input: { memberId: 'nobody' } })
    assert.deepEqual(await refused(nobody), ['invalid_input', 'not_there'])
  })

  deskTest(
    'of many who add the same member or host at once one does, and the others are told why not',
    async (desk) => {
      const person = { input: parseMemberInput({ email: 'once@example.com', name: 'Once' }) }
      const host = { input: parseHostInput({ ...newHost, zoomUser: 'once@example.com' }) }
      for (const save of [() => saveMember(desk, by('root'), person), () => saveHost(desk, by('root'), host)]) {
        const saves = await Promise.allSettled<unknown>(Array.from({ length: 8 }, save as () => Promise<unknown>))
        const refusals = saves.filter((one) => one.status === 'rejected')
        assert.equal(refusals.length, 7)
        for (const { reason } of refusals) assert.equal((reason as { code?: unknown }).code, 'invalid_input', reason)
      }
    },
  )

  deskTest('an administrator adds members and changes them; an address belongs to one', async (desk) => {
    const saved = await saveMember(desk, by('root'), {
      input: parseMemberInput({ email: 'ayse@example.com', name: 'Ayşe', language: 'tr', timeZone: 'Europe/Istanbul' }),
    })
    assert.deepEqual([saved.role, saved.isActive, saved.needsApproval], ['member', true, false])
    const double = { memberId: 'ken', input: parseMemberInput({ email: 'AYSE@example.com' }) }
    assert.deepEqual(await refused(saveMember(desk, by('root'), double)), ['invalid_input', 'email_taken'])
    const unknown = { memberId: 'nobody', input: { name: 'A' } }
    assert.deepEqual(await refused(saveMember(desk, by('root'), unknown)), ['not_found', 'not_there'])
    const self = await saveSelf(desk, by('ken'), { name: 'Ken Ito', language: 'ja' })
    assert.deepEqual([self.name, self.language, self.role], ['Ken Ito', 'ja', 'member'])
  })

  deskTest('who is not active any more is signed out at once', async (desk) => {
    const session = { tokenHash: 'a', memberId: 'ken', way: 'link' as const, createdAt: 0, expiresAt: 9e12, seenAt: 0 }
    await desk.store.transaction(({ sessions }) => sessions.add(session))
    await saveMember(desk, by('root'), { memberId: 'ken', input: { isActive: false } })
    assert.equal(await desk.store.read(({ sessions }) => sessions.find('a')), undefined)
  })

  deskTest('the last administrator stays one, whatever two of them do at once', async (desk) => {
    const demote = (id: string) => saveMember(desk, by(id), { memberId: id, input: { role: 'member' } })
    assert.deepEqual(await refused(demote('root')), ['not_allowed', 'last_admin'])
    assert.deepEqual(await refused(saveMember(desk, by('root'), { memberId: 'root', input: { isActive: false } })), [
      'not_allowed',
      'last_admin',
    ])
    assert.deepEqual(await refused(eraseMember(desk, by('root'), { memberId: 'root' })), ['not_allowed', 'last_admin'])
    await saveMember(desk, by('root'), { memberId: 'boss', input: { role: 'admin' } })
    const both = await Promise.allSettled([demote('root'), demote('boss')])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  })

  deskTest('rules are set as a whole, and sharing hosts is confirmed apart from them', async (desk) => {
    const rules = { noticeMinutes: 30, approvalForHosts: ['large'], opening: 'start_link', timeZone: 'Asia/Taipei' }
    const set = await setPolicies(desk, by('root'), parsePolicies(rules))
    assert.deepEqual([set.noticeMinutes, set.pool?.confirmedBy], [30, 'root'])
    const unknown = setPolicies(desk, by('root'), parsePolicies({ ...rules, approvalForHosts: ['gone'] }))
    const error = await refusal(unknown)
    assert.deepEqual([error.details.field, error.details.value], ['approvalForHosts[0]', 'gone'])
    assert.equal((await withdrawPool(desk, by('root'))).pool, undefined)
    assert.deepEqual(await refused(bookMeeting(desk, by('mei'), wish())), ['no_free_host', 'no_free_host'])
    desk.clock.now += 5
    const confirmed = await confirmPool(desk, by('root'))
    assert.deepEqual(confirmed.pool, { confirmedBy: 'root', confirmedAt: thursday + 5 })
    desk.clock.now += 5
    assert.deepEqual((await confirmPool(desk, by('root'))).pool, confirmed.pool, 'who was first stays')
    assert.deepEqual(await refused(confirmPool(desk, by('boss'))), ['not_allowed', 'needs_role'])
  })

  deskTest('an erased member is nowhere any more, and what is to come takes place without a title', async (desk) => {
    await bookMeeting(desk, by('ken'), wish({ title: 'Of Ken', people: [{ email: 'mei@example.com', name: 'Mei' }] }))
    await desk.news()
    await eraseMember(desk, by('root'), { memberId: 'ken' })
    const [zoom, ...others] = await desk.news()
    assert.match(zoom ?? '', /^zoom_change /)
    assert.deepEqual(others, [])
    assert.equal((await desk.held()).length, 1)
    assert.deepEqual(await refused(eraseMember(desk, by('root'), { memberId: 'ken' })), ['not_found', 'not_there'])
    desk.clock.now += 100 * day
    assert.equal(await forgetOld(desk, { bookings: 90, audit: 365 }), 1)
    assert.match((await desk.news())[0] ?? '', /^zoom_forget /)
    assert.ok((await audited(desk)).includes('root member_erased ken'))
  })

  deskTest('a member gets everything that the desk keeps of them, and others get nothing', async (desk) => {
    await bookMeeting(
      desk,
      by('ken'),
      wish({ title: 'Of Ken', people: [{ email: 'Mei@example.com', name: 'Mei Lin' }] }),
    )
    await bookMeeting(desk, by('mei'), wish({ title: 'Of Mei', start: '2026-12-18T12:00' }))
    const all = await exportMember(desk, 'mei', 'mei')
    const { member: its, bookings, invitedTo, audit } = JSON.parse(JSON.stringify(all))
    assert.deepEqual(its, member('mei'))
    assert.deepEqual([bookings.length, bookings[0].title], [1, 'Of Mei'])
    assert.deepEqual(invitedTo[0].as, { email: 'Mei@example.com', name: 'Mei Lin' })
    assert.doesNotMatch(JSON.stringify(all), /Of Ken/)
    assert.ok(audit.some(({ what }: { what: string }) => what === 'booking_made'))
    assert.deepEqual(await refused(exportMember(desk, 'ken', 'mei')), ['not_allowed', 'needs_role'])
    await exportMember(desk, 'root', 'mei')
  })

  deskTest('the first administrator comes in by a link that works once, and only while there is none', async (desk) => {
    const input = { email: 'Ada@example.com', name: 'Ada', timeZone: 'Asia/Taipei' }
    const add = (tokenHash: string) =>
      desk.store.transaction(({ signInTokens }) =>
        signInTokens.add({ tokenHash, kind: 'first_admin', data: {}, createdAt: thursday, expiresAt: thursday + day }),
      )
    await add('early')
    const begin = (tokenHash: string) =>
      desk.store.transaction((transaction) => firstAdmin(desk, transaction, { tokenHash, input }))
    assert.equal(await begin('early'), undefined, 'there is one')
    await desk.store.transaction(async ({ members, policies }) => {
      await members.save(member('root'))
      await policies.set(noPolicies)
    })
    for (const hash of ['one', 'two']) await add(hash)
    const made = await Promise.all(['one', 'one', 'two'].map(begin))
    const [ada, ...others] = made.filter((one) => one !== undefined)
    assert.deepEqual([ada?.role, ada?.email, others], ['admin', 'Ada@example.com', []])
    assert.equal((await desk.store.read(({ policies }) => policies.get())).timeZone, 'Asia/Taipei')
  })
}
