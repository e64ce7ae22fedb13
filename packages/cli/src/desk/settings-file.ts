import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { CommandError } from '../errors.ts'
import { readPrivateFile } from '../profiles/private-file.ts'
import type { Surroundings } from '../surroundings.ts'

/** Settings by their names. */
export type Settings = Readonly<Record<string, string | undefined>>

/** Read where no other file is named. */
const usualFile = 'desk.env'

/**
 * The settings of the desk: those of the environment, and those of a file of lines `NAME=value` that the environment does not name. The
 * file holds secrets: one that others may read is refused.
 *
 * @param file as it was typed; `undefined`: `desk.env` in this folder, where there is one
 */
export async function readSettings(
  file: string | undefined,
  { env, cwd, platform }: Pick<Surroundings, 'env' | 'cwd' | 'platform'>,
): Promise<Settings> {
  const path = join(cwd, usualFile)
  const text = await readPrivateFile(file ?? path, platform)
  if (text === undefined && file !== undefined)
    throw new CommandError('unreadable_file', `--env-file "${file}": there is no such file.`, {
      remedy: 'Check the path, or leave the option out to take the settings from the environment.',
    })
  return { ...parseEnv(text ?? ''), ...env }
}
