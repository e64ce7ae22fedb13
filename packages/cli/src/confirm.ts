import { CommandError } from './errors.ts'
import { ask } from './prompt.ts'
import type { Surroundings } from './surroundings.ts'

/** Asks before something is lost. Without a person at the terminal only `--yes` goes on. */
export async function confirm(question: string, yes: boolean, surroundings: Surroundings): Promise<void> {
  if (yes) return
  const { stdin, stderr } = surroundings
  if (!stdin.isTTY)
    throw new CommandError('not_confirmed', `${question} Nobody is at the terminal to ask.`, {
      remedy: 'Add --yes to go on without a question.',
    })
  const answer = await ask({ stdin, stderr }, `${question} Type yes to go on: `)
  if (!/^y(es)?$/i.test((answer ?? '').trim()))
    throw new CommandError('not_confirmed', 'Nothing was done.', { remedy: 'Answer yes, or add --yes.' })
}
