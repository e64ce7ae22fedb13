import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Token } from '../auth/strategy.ts'
import type { TokenStore } from '../auth/token-store.ts'
import { invalidInput } from '../errors.ts'
import { type Ambient, realAmbient } from '../http/ambient.ts'
import { withFileLock } from './file-lock.ts'

/** For tests that hold the clock. */
export interface FileTokenStoreOptions {
  readonly ambient?: Partial<Ambient> | undefined
}

/**
 * Keeps tokens in a file that only its owner may read (mode 600), safe for several processes: a lock file beside it lets one
 * of them at a time change it, and a change replaces the file as a whole. The file holds secrets: keep it out of version
 * control and of backups that others read.
 *
 * @throws `ZoomError` `invalid_input`, at the first use, when the file holds something else than tokens.
 */
export function createFileTokenStore(path: string, options: FileTokenStoreOptions = {}): TokenStore {
  const ambient = { ...realAmbient, ...options.ambient }
  return {
    get: async (key) => (await readTokens(path)).get(key),
    async update(key, change) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      return withFileLock(`${path}.lock`, ambient, async () => {
        const token = await change((await readTokens(path)).get(key))
        // Read again: a holder that took too long may have lost the lock, and what others wrote meanwhile stays.
        const tokens = await readTokens(path)
        if (token) tokens.set(key, token)
        else tokens.delete(key)
        await replaceFile(
          path,
          `${JSON.stringify({ version: 1, tokens: Object.fromEntries(tokens) }, undefined, 2)}\n`,
          ambient,
        )
        return token
      })
    },
  }
}

async function readTokens(path: string): Promise<Map<string, Token>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  try {
    const { version, tokens } = JSON.parse(text) as { version?: unknown; tokens?: unknown }
    if (version === 1 && typeof tokens === 'object' && tokens !== null)
      return new Map(Object.entries(tokens).filter(isEntry))
  } catch {
    // Told below, without the text: it may hold secrets.
  }
  throw invalidInput(
    'path',
    path,
    'The file holds no tokens of this version: give another path, or delete it and sign in again.',
  )
}

function isEntry(entry: [string, unknown]): entry is [string, Token] {
  const { accessToken, scopes } = (entry[1] ?? {}) as Partial<Token>
  return typeof accessToken === 'string' && Array.isArray(scopes)
}

/** Readers see the old text or the new one, never a part; after a crash one of the two is there. */
async function replaceFile(path: string, text: string, ambient: Pick<Ambient, 'randomBytes'>): Promise<void> {
  const temporary = `${path}.${Buffer.from(ambient.randomBytes(6)).toString('hex')}.tmp`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
}
