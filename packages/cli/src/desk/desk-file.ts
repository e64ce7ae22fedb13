import { CommandError } from '../errors.ts'
import type { Settings } from './settings-file.ts'

/**
 * The SQLite file of the desk.
 *
 * @param instead what to type where the desk is in PostgreSQL, which has its own tools
 */
export async function deskFile(settings: Settings, instead: string): Promise<string> {
  const { databaseFromEnvironment } = await import('@convene/server')
  const database = databaseFromEnvironment(settings)
  if (database.engine === 'sqlite') return database.file
  throw new CommandError('wrong_value', 'CONVENE_DATABASE is a PostgreSQL database, which has its own back-ups.', {
    remedy: `Run: ${instead}`,
  })
}
