import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CommandError } from '../errors.ts'

/** Reads a file that only its owner may read; `undefined` where there is none. */
export async function readPrivateFile(path: string, platform: string): Promise<string | undefined> {
  let mode: number
  try {
    mode = (await stat(path)).mode
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CommandError('unreadable_file', `${path} cannot be read.`, { cause: error })
  }
  if (platform !== 'win32' && (mode & 0o077) !== 0)
    throw new CommandError('unreadable_file', `${path} holds secrets and other people of this machine may read it.`, {
      remedy: `Run: chmod 600 ${path}`,
    })
  return readFile(path, 'utf8')
}

/** Writes a file whole or not at all, readable by its owner only, in a folder of its owner only. */
export async function writePrivateFile(path: string, text: string, uniqueName: string): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const beside = `${path}.${uniqueName}`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
