import {
  type DeviceSignIn,
  deviceLifeSeconds,
  findWaiting,
  formatUserCode,
  startDeviceSignIn,
} from '../../domain/device-sign-in.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readForm } from '../../http/read-form.ts'
import { renderConsent } from '../../pages/consent.ts'
import { renderDeviceAnswer, renderDeviceCode } from '../../pages/device.ts'
import { pageHeaders } from '../../pages/layout.ts'
import { findClient } from './client.ts'
import { findUser, usersWhoMayConsent } from './consenting-user.ts'
import { unsupported } from './token.ts'

const page = '/oauth/device'

/** `POST /oauth/devicecode` begins a sign-in for a program without a browser; `/oauth/device` is the page for its person. */
export function deviceRoutes(app: Routes, emulator: Emulator): void {
  app.post('/oauth/devicecode', async (context) => {
    const form = await readForm(context)
    const client = findClient(emulator.store, context.req.header('authorization'), form)
    if (client.app.type !== 'oauth') throw unsupported()
    const signIn = startDeviceSignIn(emulator, client.app)
    const address = `${emulator.baseUrl()}${page}`
    const userCode = formatUserCode(signIn)
    return context.json({
      device_code: signIn.deviceCode,
      user_code: userCode,
      verification_uri: address,
      verification_uri_complete: `${address}?${new URLSearchParams({ user_code: userCode })}`,
      expires_in: deviceLifeSeconds,
      interval: signIn.intervalMs / 1000,
    })
  })

  app.on(['GET', 'POST'], page, async (context) => {
    const form = await readForm(context)
    const text = form.get('user_code')?.trim() ?? ''
    if (text === '') return context.body(renderDeviceCode(page), 200, pageHeaders)
    const signIn = findWaiting(emulator, text)
    const asking = signIn && emulator.store.apps.get(signIn.clientId)
    if (!signIn || asking?.type !== 'oauth') return context.body(renderDeviceCode(page, text), 400, pageHeaders)

    const isAnswer = context.req.method === 'POST' && form.has('decision')
    const users = usersWhoMayConsent(emulator.store, asking)
    const user = findUser(users, form.get('user'))
    const answer = (given: DeviceSignIn['answer'] & {}) => {
      emulator.store.deviceSignIns.put({ ...signIn, answer: given })
      return context.body(renderDeviceAnswer(asking.name, given !== 'declined'), 200, pageHeaders)
    }
    if (isAnswer && form.get('decision') === 'deny') return answer('declined')
    if (isAnswer && user) return answer({ userId: user.id })
    const consent = renderConsent({
      action: page,
      appName: asking.name,
      scopes: signIn.scopes,
      users,
      note: `Go on only if your device shows the code ${formatUserCode(signIn)}.`,
      parameters: [['user_code', formatUserCode(signIn)]],
      ...(isAnswer && { mistake: 'Choose a user of this account first.' }),
    })
    return context.body(consent, isAnswer ? 400 : 200, pageHeaders)
  })
}
