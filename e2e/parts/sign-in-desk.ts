import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Member } from '@convene/booking'
import { configFromEnvironment, type RunningDesk, realAmbient, startDesk } from '@convene/server'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { member } from '../../apps/server/test/sign-in-contract/open-desk.ts'
import { type DeskBrowser, openDeskBrowser } from './desk-browser.ts'

/** `mei` and `ken` are members, `boss` is a manager, `root` an administrator. */
export const people: readonly Member[] = [
  member('mei', { name: '林美玲', language: 'zh-TW', timeZone: 'Asia/Taipei' }),
  member('ken'),
  member('boss', { role: 'manager' }),
  member('root', { role: 'admin' }),
]

/** A desk on an emulated Zoom, as its programs start it. */
export interface TestDesk extends AsyncDisposable {
  readonly desk: RunningDesk
  readonly zoom: RunningEmulator
  readonly log: string[]
  browser(): DeskBrowser
}

export interface TestDeskOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly isDemo?: boolean
  readonly members?: readonly Member[]
}

export async function openTestDesk({
  settings,
  isDemo = false,
  members = people,
}: TestDeskOptions = {}): Promise<TestDesk> {
  await using opening = new AsyncDisposableStack()
  const zoom = opening.use(await startEmulator())
  const folder = mkdtempSync(join(tmpdir(), 'convene-sign-in-'))
  opening.defer(() => rmSync(folder, { recursive: true }))
  const log: string[] = []
  const config = configFromEnvironment(
    { ...zoom.env, CONVENE_DATABASE: join(folder, 'desk.db'), PORT: '0', LOG_LEVEL: 'debug', ...settings },
    { isDemo },
  )
  const desk = opening.use(await startDesk(config, { ...realAmbient, writeLog: (line) => log.push(line) }))
  await desk.context.store.transaction(async (transaction) => {
    for (const one of members) await transaction.members.save(one)
  })
  const opened = opening.move()
  return {
    desk,
    zoom,
    log,
    browser: () => openDeskBrowser(desk.url, desk.localUrl),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}
