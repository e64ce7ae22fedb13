import { CommandError } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** One of several words; another one is refused with the nearest. */
export function parseWord<Word extends string>(command: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text)
  if (word) return word
  const meant = nearest(text, words)
  throw new CommandError('wrong_command_line', `${command} cannot "${text}".`, {
    remedy: meant ? `Did you mean: convene ${command} ${meant}` : `There are: ${words.join(', ')}`,
  })
}
