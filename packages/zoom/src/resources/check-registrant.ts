import { invalidInput } from '../errors.ts'
import { checkList, checkSome, checkText } from './check.ts'

/** What the checks look at; meetings and webinars take the same (docs/zoom-facts.md §5.9). */
interface Person {
  readonly email?: string | undefined
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
  readonly custom_questions?: readonly { readonly value?: string | undefined }[] | undefined
}

/** Checks a person who is to be registered; throws `invalid_input`. @param within path of the person in errors: `registrants[0].` */
export function checkRegistrant(person: Person, within = ''): void {
  const { email, first_name, last_name, custom_questions } = person
  checkText(`${within}email`, email, 128)
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalidInput(`${within}email`, email, 'Give an e-mail address: Zoom writes to it.')
  checkText(`${within}first_name`, first_name, 64)
  if (first_name?.trim() === '') throw invalidInput(`${within}first_name`, first_name, 'Zoom shows this name.')
  checkText(`${within}last_name`, last_name, 64)
  checkList(`${within}custom_questions`, custom_questions)
  for (const [index, { value }] of (custom_questions ?? []).entries())
    checkText(`${within}custom_questions[${index}].value`, value, 128)
}

/** Checks a batch: 1 to 30 people. */
export function checkBatch(people: readonly Person[]): void {
  checkSome('registrants', people, 30)
  for (const [index, person] of people.entries()) checkRegistrant(person, `registrants[${index}].`)
}
