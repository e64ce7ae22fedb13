import { join } from 'node:path'
import type { RunningDesk } from '@convene/server'
import type { ZoomClient } from '@convene/zoom'
import type { RunningEmulator } from '@convene/zoom-emulator'
import { addDemoUsers } from './demo-users.ts'

/** The port of the demo's desk. */
export const usualDeskPort = 4760

/** The demo's desk keeps its data there. */
export const deskFile = (folder: string): string => join(folder, 'desk.db')

/** Starts the desk of the demo organisation on an emulated Zoom; without `port` on the usual one or on any that is free. */
export async function startDemoDesk(
  folder: string,
  { env }: Pick<RunningEmulator, 'env'>,
  zoom: ZoomClient,
  port: number | undefined,
): Promise<RunningDesk> {
  const { configFromEnvironment, demoZoomUsers, fillDemo, startDesk } = await import('@convene/server')
  const start = (port: number) =>
    startDesk(
      configFromEnvironment(
        {
          ...env,
          CONVENE_DATABASE: deskFile(folder),
          PORT: String(port),
          DESK_NAME: 'Convene demo',
          TIME_ZONE: 'Asia/Taipei',
          LOG_LEVEL: 'warn',
          ZOOM_WEBHOOK_SECRET: env.ZOOM_WEBHOOK_SECRET_TOKEN,
        },
        { isDemo: true },
      ),
    )
  // Beside the start of the desk, which takes longer.
  const users = addDemoUsers(zoom, demoZoomUsers)
  const desk = await start(port ?? usualDeskPort).catch((error: unknown) => {
    if (port !== undefined || !isTaken(error)) throw error
    return start(0)
  })
  await fillDemo(desk.context, await users)
  return desk
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cannot_listen'
}

/** Has the emulated Zoom tell the desk what changes; the address may be another one than at the start before. */
export async function subscribeDesk(
  { control }: Pick<RunningEmulator, 'control'>,
  { localUrl }: RunningDesk,
): Promise<void> {
  const url = `${localUrl}/zoom/webhooks`
  const { webhooks } = control
  for (const old of webhooks.subscriptions()) if (old.url.endsWith('/zoom/webhooks')) webhooks.unsubscribe(old.id)
  await webhooks.subscribe({ url, events: ['meeting.*'] })
}
