import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment, type ZoomClient, ZoomError } from '@convene/zoom'
import { startEmulator } from '@convene/zoom-emulator'

/** An emulator in a process of its own that keeps `file`; its first line says how it is reached. */
async function startKilled(file: string) {
  const program = `
    import { startEmulator } from '@convene/zoom-emulator'
    const { env } = await startEmulator({ data: process.argv[1] })
    console.log(JSON.stringify(env))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const env = JSON.parse(line) as Record<string, string>
    return { env, kill: () => child.kill('SIGKILL') }
  }
  throw new Error('the emulator ended before it was ready')
}

/** Makes, changes and deletes meetings until the emulator is gone. */
async function work(zoom: ZoomClient, kept: Map<number, string>, name: string): Promise<void> {
  for (let round = 0; ; round++) {
    const { id } = await zoom.meetings.create({ topic: `${name} ${round}`, type: 3 })
    kept.set(id, `${name} ${round}`)
    if (round % 3 === 1) {
      kept.delete(id)
      await zoom.meetings.update({ meetingId: id, topic: `${name} ${round} changed` })
      kept.set(id, `${name} ${round} changed`)
    }
    if (round % 3 === 2) {
      kept.delete(id)
      await zoom.meetings.delete({ meetingId: id })
      kept.set(id, 'deleted')
    }
  }
}

test('an emulator that is killed under load has everything that it acknowledged when it starts again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-killed-'))
  const file = join(folder, 'zoom.db')
  try {
    const kept = new Map<number, string>()
    for (const enough of [40, 150, 300]) {
      const { env, kill } = await startKilled(file)
      const zoom = createZoomClient({ ...optionsFromEnvironment(env), retries: 0 })
      const workers = Array.from({ length: 16 }, (_, index) => work(zoom, kept, `worker ${index}`))
      const ends = workers.map((worker) => worker.catch((error: unknown) => error))
      // Killed in the middle of the work, not between two requests.
      while (kept.size < enough) await new Promise((resolve) => setImmediate(resolve))
      kill()
      for (const error of await Promise.all(ends)) assert.ok(error instanceof ZoomError, String(error))
    }
    await using emulator = await startEmulator({ data: file })
    const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
    assert.ok(kept.size >= 300)
    for (const [meetingId, topic] of kept) {
      const found = await zoom.meetings.get({ meetingId }).then(
        (meeting) => meeting.topic,
        (error: unknown) => (error instanceof ZoomError && error.code === 'not_found' ? 'deleted' : error),
      )
      assert.equal(found, topic, `meeting ${meetingId}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
