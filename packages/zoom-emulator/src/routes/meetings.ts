import type { Emulator, Routes } from '../http/env.ts'
import { userNotFound } from '../http/zoom-error.ts'

/** `/v2/users/{userId}/meetings` and `/v2/meetings/{meetingId}`: only create so far. */
export function meetingRoutes(app: Routes, emulator: Emulator): void {
  app.post('/v2/users/:userId/meetings', async (context) => {
    const { user, account } = context.var.caller
    const userId = context.req.param('userId')
    const host = userId === 'me' ? user : emulator.store.users.get(userId)
    if (!host) throw userNotFound(userId)
    const body = (await context.req.json()) as { topic?: string; start_time?: string }
    const id = emulator.ids.meetingId((taken) => emulator.store.meetings.get(taken) !== undefined)
    emulator.store.meetings.put({
      id,
      uuid: emulator.ids.uuid(),
      accountId: account.id,
      hostId: host.id,
      topic: body.topic ?? 'Zoom Meeting',
      agenda: '',
      type: 2,
      status: 'waiting',
      startAt: emulator.clock.now(),
      durationMinutes: 60,
      timeZone: host.timeZone,
      password: '',
      encryptedPassword: '',
      numericPassword: '',
      preSchedule: false,
      usePmi: false,
      settings: {},
      trackingFields: [],
      createdAt: emulator.clock.now(),
      creationSource: 'open_api',
    })
    return context.json({ id, join_url: `${emulator.baseUrl()}/j/${id}` }, 201)
  })
}
