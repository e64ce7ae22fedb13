import { type FileHandle, open, readFile, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { Ambient } from '../http/ambient.ts'

/** A holder that has kept the lock this long has lost it: longer than any sign-in takes. */
const staleAfterMs = 90_000
/** Taking a stale lock away lasts microseconds; a helper file older than this belongs to a process that died at it. */
const breakerStaleAfterMs = 10_000
const pollMs = 25

/**
 * Runs `work` while this process alone holds `path`. A lock whose holder has died is taken over at once (same machine), one
 * whose holder hangs after a minute and a half.
 */
export async function withFileLock<T>(
  path: string,
  ambient: Pick<Ambient, 'now' | 'setTimer' | 'random' | 'randomBytes'>,
  work: () => Promise<T>,
): Promise<T> {
  const mark = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    id: Buffer.from(ambient.randomBytes(12)).toString('hex'),
  })
  while (!(await createExclusively(path, mark))) {
    const holder = await readOrNothing(path)
    if (holder !== undefined && (await isStale(path, holder, ambient.now())))
      await breakLock(path, holder, ambient.now())
    else await new Promise<void>((resume) => ambient.setTimer(pollMs * (0.5 + ambient.random()), resume))
  }
  try {
    return await work()
  } finally {
    if ((await readOrNothing(path)) === mark) await unlink(path).catch(() => {})
  }
}

/** Creates a file with this text; false when it exists. */
async function createExclusively(path: string, text: string): Promise<boolean> {
  let file: FileHandle
  try {
    file = await open(path, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    await file.writeFile(text)
    return true
  } finally {
    await file.close()
  }
}

async function isStale(path: string, holder: string, now: number): Promise<boolean> {
  const age = await ageOf(path, now)
  if (age === undefined) return false
  if (age > staleAfterMs) return true
  const { pid, host } = parseMark(holder)
  // A mark that is still being written names nobody: wait for it, until it is too old for that.
  return pid !== undefined && host === hostname() && !isAlive(pid)
}

/**
 * Removes a stale lock. Two processes may find it stale at the same time, and the slower one must not remove the new lock of
 * the faster one; so whoever removes one holds a second file meanwhile and looks again.
 */
async function breakLock(path: string, holder: string, now: number): Promise<void> {
  const breaker = `${path}.break`
  if (!(await createExclusively(breaker, ''))) {
    const age = await ageOf(breaker, now)
    if (age !== undefined && age > breakerStaleAfterMs) await unlink(breaker).catch(() => {})
    return
  }
  try {
    if ((await readOrNothing(path)) === holder) await unlink(path).catch(() => {})
  } finally {
    await unlink(breaker).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function parseMark(text: string): { pid?: number; host?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

async function readOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

async function ageOf(path: string, now: number): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => now - mtimeMs,
    () => undefined,
  )
}
