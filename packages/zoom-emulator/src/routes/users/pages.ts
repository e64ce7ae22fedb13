import { activateUser, hasExpiredInvitation } from '../../domain/user-create.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { renderInvitation } from '../../pages/invitation.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { page } from '../meetings/page.ts'
import { publishUser } from './context.ts'

/** What links of users lead to: an invitation to accept, a personal link, a picture. */
export function userPages(app: Routes, emulator: Emulator): void {
  const { store, clock } = emulator
  const invited = (id: string) => {
    const user = store.users.get(id)
    return user?.status === 'pending' && !hasExpiredInvitation(user, clock.now()) ? user : undefined
  }
  const dead = () =>
    renderDeadLink('There is no such invitation', 'It was accepted already, has expired, or never existed.')

  app.get('/activate/:id', (context) => {
    const user = invited(context.req.param('id'))
    const account = user && store.accounts.get(user.accountId)
    return user && account ? page(context, renderInvitation(user, account, false)) : page(context, dead(), 404)
  })

  app.post('/activate/:id', (context) => {
    const user = invited(context.req.param('id'))
    const account = user && store.accounts.get(user.accountId)
    if (!user || !account) return page(context, dead(), 404)
    const active = activateUser(user)
    store.users.put(active)
    publishUser(emulator, 'invitation_accepted', active)
    return page(context, renderInvitation(active, account, true))
  })

  app.get('/my/:name', (context) => {
    const name = context.req.param('name').toLowerCase()
    for (const user of store.users.values())
      if (user.vanityName?.toLowerCase() === name) return context.redirect(`/j/${user.pmi}`, 303)
    return page(context, renderDeadLink('There is no such personal link', 'Ask the host for the link.'), 404)
  })

  app.get('/p/:userId/:id', (context) => {
    const picture = store.pictures.get(context.req.param('userId'))
    if (picture?.id !== context.req.param('id')) return context.body(null, 404)
    return context.body(new Uint8Array(Buffer.from(picture.base64, 'base64')), 200, {
      'content-type': picture.contentType,
      'x-content-type-options': 'nosniff',
    })
  })
}
