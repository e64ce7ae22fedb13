/** A process of its own that counts up in a token file (`FILE TIMES`), or dies while it holds the lock (`FILE die`). */
import { createFileTokenStore } from '../src/node.ts'

const [file = '', times = '0'] = process.argv.slice(2)
const store = createFileTokenStore(file)
for (let i = 0; i < (times === 'die' ? 1 : Number(times)); i++) {
  await store.update('counter', async (current) => {
    if (times === 'die') process.kill(process.pid, 'SIGKILL')
    await new Promise(setImmediate)
    return { accessToken: String(Number(current?.accessToken ?? 0) + 1), expiresAt: undefined, scopes: [] }
  })
}
