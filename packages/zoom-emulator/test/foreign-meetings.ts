import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../src/storage/memory.ts'
import { openWriteLog } from '../src/storage/sqlite.ts'
import { startZoom, type TestZoom } from './start-zoom.ts'

/** An emulator with meetings that no call can make: they were held and recorded, and then changed hands. */
export interface ForeignMeetings extends AsyncDisposable {
  readonly zoom: TestZoom
  /** Of another account. */
  readonly foreign: number
  /** Its host is no user any more. */
  readonly orphan: number
  /** Its host was deactivated. */
  readonly idle: number
}

/** @param place where their recordings are */
export async function startWithForeignMeetings(place: 'kept' | 'trash' = 'kept'): Promise<ForeignMeetings> {
  const folder = mkdtempSync(join(tmpdir(), 'convene-'))
  const data = join(folder, 'zoom.sqlite')
  const ids = await holdMeetings(data)
  const { log, stored } = openWriteLog(data)
  const store = createStore(log, stored())
  const change = (id: number, part: { accountId?: string; hostId?: string }) => {
    const meeting = store.meetings.get(id)
    if (meeting) store.meetings.put({ ...meeting, ...part })
    for (const recording of [...store.recordingsOf(id)]) store.recordings.put({ ...recording, ...part })
    for (const instance of [...store.instancesOfMeeting(id)]) store.instances.put({ ...instance, ...part })
  }
  const [foreign = 0, orphan = 0, idle = 0] = ids
  for (const recording of place === 'trash' ? [...store.recordings.values()] : [])
    store.recordings.put({
      ...recording,
      files: recording.files.map((file) => ({ ...file, deletedAt: file.untilAt })),
    })
  change(foreign, { accountId: 'another' })
  change(orphan, { hostId: 'nobody' })
  store.close()
  const zoom = await startZoom({ data })
  await zoom.emulator.clock.advance(20 * 60_000)
  await zoom.call('PUT', '/users/mei@example.com/status', { action: 'deactivate' })
  return {
    zoom,
    foreign,
    orphan,
    idle,
    async [Symbol.asyncDispose]() {
      await zoom[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

async function holdMeetings(data: string): Promise<number[]> {
  await using zoom = await startZoom({ data })
  const ids: number[] = []
  for (const host of ['me', 'me', 'mei@example.com']) {
    const { id } = await zoom.create({ settings: { auto_recording: 'cloud' } }, host)
    zoom.emulator.control.life.start(id)
    zoom.emulator.control.life.end(id)
    ids.push(id)
  }
  return ids
}
