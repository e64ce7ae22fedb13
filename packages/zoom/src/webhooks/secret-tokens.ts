import { checkCredential } from '../auth/credentials.ts'
import { invalidInput } from '../errors.ts'

/** The secret tokens as a list; refuses one that is empty or was pasted with a space. */
export function checkSecretTokens(given: string | readonly string[]): readonly string[] {
  const tokens = typeof given === 'string' ? [given] : given
  if (!Array.isArray(tokens) || tokens.length === 0)
    throw invalidInput('secretToken', undefined, "Give the secret token of the app's page on marketplace.zoom.us.")
  return tokens.map((token: string) => checkCredential('secretToken', token))
}
