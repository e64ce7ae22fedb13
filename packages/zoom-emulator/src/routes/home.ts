import type { Emulator, Routes } from '../http/env.ts'
import { renderHome } from '../pages/home.ts'
import { pageHeaders } from '../pages/layout.ts'

/** `GET /`: what a person sees who opens the emulator in a browser. */
export function homeRoute(app: Routes, { store, clock, baseUrl }: Emulator): void {
  app.get('/', (context) => {
    const { accounts, apps, users, meetings } = store
    const page = renderHome({
      url: baseUrl(),
      now: clock.now(),
      accounts: accounts.values(),
      apps: apps.values(),
      users: users.values(),
      meetingCount: meetings.size,
    })
    return context.body(page, 200, pageHeaders)
  })
}
