import { readFile } from 'node:fs/promises'
import { CommandError } from '../errors.ts'

/** A JSON object from a file; a mistake is told by its place, not by the text around it, which may be a secret. */
export async function readJsonFile(file: string): Promise<object> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new CommandError('unreadable_file', `${file} cannot be read.`, { remedy: 'Check the path.', cause })
  }
  return parseJsonObject(file, text)
}

/** A JSON object; `what` names where it stands. */
export function parseJsonObject(what: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Told below, with what is no object.
  }
  throw new CommandError('wrong_value', `${what} is no JSON object.`, {
    remedy: 'Write, for example: {"topic": "Weekly"}',
  })
}
