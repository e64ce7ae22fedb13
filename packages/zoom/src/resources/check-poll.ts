import { invalidInput } from '../errors.ts'
import type { PollFields } from '../generated/types/schemas.ts'
import { checkBoolean, checkList, checkOneOf, checkText } from './check.ts'

/** Checks a poll (docs/zoom-facts.md §5.10); throws `invalid_input`. @param within path of the poll in errors: `polls[0].` */
export function checkPoll({ title, poll_type, anonymous, questions }: PollFields, within = ''): void {
  checkText(`${within}title`, title, 64)
  checkOneOf(`${within}poll_type`, poll_type, [1, 2, 3])
  checkBoolean(`${within}anonymous`, anonymous)
  checkList(`${within}questions`, questions)
  for (const [index, { name, type, answers }] of (questions ?? []).entries()) {
    const field = `${within}questions[${index}]`
    checkText(`${field}.name`, name, 255)
    const isChoice = type === 'single' || type === 'multiple'
    if (isChoice && (answers?.length ?? 0) < 2)
      throw invalidInput(`${field}.answers`, answers, 'Give at least two to choose from.')
    if (poll_type === 1 && type !== undefined && !isChoice)
      throw invalidInput(`${field}.type`, type, 'A plain poll has single and multiple choice: use poll_type 2 or 3.')
  }
}
