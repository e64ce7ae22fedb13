import assert from 'node:assert/strict'
import { confirmFirstAdmin, createFirstAdminLink } from '../../src/sign-in/first-admin.ts'
import { confirmLink } from '../../src/sign-in/links.ts'
import { browser, day, isProblem, member, type SignInTest, type TestDesk } from './open-desk.ts'

export function testFirstAdmin(deskTest: SignInTest): void {
  const root = { email: 'root@example.org', name: 'Root', language: 'en', timeZone: 'UTC' } as const
  const tokenOf = async (desk: TestDesk) => {
    const link = await createFirstAdminLink(desk)
    return link && new URL(link).hash.replace('#first=', '')
  }

  deskTest('the first administrator begins by a link that is printed, once', async (desk) => {
    const token = (await tokenOf(desk)) ?? ''
    await assert.rejects(confirmFirstAdmin(desk, token, { ...root, name: ' ' }, browser), /firstAdmin\.name/)
    const { member, sessionToken } = await confirmFirstAdmin(desk, token, root, browser)
    assert.equal(member.role, 'admin')
    assert.equal((await desk.who(sessionToken))?.member.email, root.email)
    await assert.rejects(confirmFirstAdmin(desk, token, root, browser), isProblem('link_expired'))
    assert.equal(await tokenOf(desk), undefined, 'and none is made any more')
  })

  deskTest('the link of the first administrator is no link of a member, nor the other way round', async (desk) => {
    const token = (await tokenOf(desk)) ?? ''
    await assert.rejects(confirmLink(desk, token, browser), isProblem('link_expired'))
    await assert.rejects(
      confirmFirstAdmin(desk, await desk.linkFor('mei@example.org'), root, browser),
      isProblem('link_expired'),
    )
    await confirmFirstAdmin(desk, token, root, browser)
  })

  deskTest(
    'a new start makes a new link of the first administrator, and the old one useless; each lasts a day',
    async (desk) => {
      const old = (await tokenOf(desk)) ?? ''
      const token = (await tokenOf(desk)) ?? ''
      await assert.rejects(confirmFirstAdmin(desk, old, root, browser), isProblem('link_expired'))
      desk.clock.at += day
      await assert.rejects(confirmFirstAdmin(desk, token, root, browser), isProblem('link_expired'))
    },
  )

  deskTest('two processes that print a link at once make one administrator', async (desk, other) => {
    for (let round = 0; round < 5; round++) {
      const tokens = await Promise.all([tokenOf(desk), tokenOf(other)])
      const people = tokens.map((_, at) => ({ ...root, email: `root${round}${at}@example.org` }))
      const done = await Promise.allSettled(
        tokens.map((token, at) =>
          confirmFirstAdmin([desk, other][at] ?? desk, token ?? '', people[at] ?? root, browser),
        ),
      )
      assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
      const admins = await desk.store.read(({ members }) => members.admins())
      assert.equal(admins.length, 1)
      await desk.store.transaction(({ members }) => members.save(member(admins[0]?.id ?? '', { isActive: false })))
    }
  })

  deskTest('a member can be the first administrator', async (desk) => {
    const { member } = await confirmFirstAdmin(
      desk,
      (await tokenOf(desk)) ?? '',
      { ...root, email: 'MEI@example.org' },
      browser,
    )
    assert.deepEqual([member.id, member.role], ['mei', 'admin'])
  })
}
