import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { createLog } from './log.ts'
import { createZoomHealth } from './zoom-health.ts'

test('one process sees Zoom go, another sees it come back, and all know both', async () => {
  await using opened = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'convene-health-'))
  opened.defer(() => rmSync(folder, { recursive: true }))
  let now = 1000
  const clock = { now: () => now }
  const log = createLog({ level: 'warn', ...clock, write: assert.fail })
  const openProcess = async () => {
    const store = opened.use(await openSqliteStore({ file: join(folder, 'desk.db') }))
    return { store, health: () => createZoomHealth({ store, clock, log, news: { wake() {} } }) }
  }
  const [worker, server] = [await openProcess(), await openProcess()]
  const since = () => server.store.read(({ zoomAway }) => zoomAway.since())
  const other = async () =>
    (await server.store.read(({ news }) => news.since(0))).map(({ at, kind }) => `${at} ${kind}`)

  const begun = server.health()
  begun.answered()
  {
    await using health = worker.health()
    health.failed()
    now += 1000
    health.failed()
  }
  assert.equal(await since(), 1000)
  begun.answered()
  assert.equal(await since(), 1000, 'it has looked a moment ago')
  now += 5000
  begun.answered()
  await begun[Symbol.asyncDispose]()
  assert.equal(await since(), undefined)
  assert.deepEqual(await other(), ['1000 zoom_changed', '7000 zoom_changed'])
})

test('a database that is away too does not end the process', async () => {
  await using opened = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'convene-health-'))
  opened.defer(() => rmSync(folder, { recursive: true }))
  const store = await openSqliteStore({ file: join(folder, 'desk.db') })
  const lines: string[] = []
  const log = createLog({ level: 'warn', now: () => 0, write: (line) => lines.push(line) })
  const health = createZoomHealth({ store, clock: { now: () => 0 }, log, news: { wake() {} } })
  await store[Symbol.asyncDispose]()
  health.failed()
  await health[Symbol.asyncDispose]()
  assert.match(lines.join(), /zoom_health_not_kept/)
})
