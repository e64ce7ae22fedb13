import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../src/storage/memory.ts'
import { openWriteLog } from '../src/storage/sqlite.ts'
import type { Store } from '../src/storage/store.ts'
import { startWebinars, type WebinarZoom } from './webinars.ts'

/** An emulator whose file was rewritten between two runs: for what no call can bring about, such as a host who is gone. */
export async function startRewritten<Made>(
  prepare: (zoom: WebinarZoom) => Promise<Made>,
  rewrite: (store: Store, made: Made) => void,
): Promise<AsyncDisposable & { readonly zoom: WebinarZoom; readonly made: Made }> {
  const folder = mkdtempSync(join(tmpdir(), 'convene-'))
  const data = join(folder, 'zoom.db')
  const made = await prepareIn(data, prepare)
  const { log, stored } = openWriteLog(data)
  const store = createStore(log, stored())
  store.transaction(() => rewrite(store, made))
  store.close()
  const zoom = await startWebinars({ data })
  return {
    zoom,
    made,
    async [Symbol.asyncDispose]() {
      await zoom[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

async function prepareIn<Made>(data: string, prepare: (zoom: WebinarZoom) => Promise<Made>): Promise<Made> {
  await using zoom = await startWebinars({ data })
  return await prepare(zoom)
}
