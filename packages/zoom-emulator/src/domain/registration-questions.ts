import { type FieldProblem, invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { type Fields, flag, list, oneOf, parseFields, text, whole } from './fields.ts'

/** Zoom's own questions (docs/zoom-facts.md §5.9), in the order in which its page asks them. */
export const questionNames = [
  'last_name',
  'address',
  'city',
  'country',
  'zip',
  'state',
  'phone',
  'industry',
  'org',
  'job_title',
  'purchasing_time_frame',
  'role_in_purchase_process',
  'no_of_employees',
  'comments',
] as const
export type QuestionName = (typeof questionNames)[number]

/** What somebody who registers says of themselves, by Zoom's names. */
export interface Person extends Readonly<Partial<Record<QuestionName, string>>> {
  readonly email: string
  readonly first_name: string
  readonly custom_questions?: readonly CustomAnswer[]
  readonly language?: string
  /** Of webinars: the tracking source by which they came. */
  readonly source_id?: string
}

export interface CustomAnswer {
  readonly title: string
  readonly value: string
}

/** Zoom's own questions that can be answered in so many ways only. The size of a company has two lists in Zoom's texts. */
export const questionAnswers: Readonly<Partial<Record<QuestionName, readonly string[]>>> = {
  purchasing_time_frame: ['Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe'],
  role_in_purchase_process: ['Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved'],
  no_of_employees: [
    '1-20',
    '21-50',
    '51-100',
    '101-250',
    '101-500',
    '251-500',
    '500-1,000',
    '501-1,000',
    '1,001-5,000',
    '5,001-10,000',
    'More than 10,000',
  ],
}

/** What somebody who registers is asked, in Zoom's form, apart from first name and e-mail, which everybody gives. */
export interface RegistrationQuestions {
  readonly questions: readonly { readonly field_name: QuestionName; readonly required?: boolean }[]
  readonly custom_questions: readonly CustomQuestion[]
}

export interface CustomQuestion {
  readonly title: string
  /** `short` is a free text; of the others one or several of `answers`. */
  readonly type: CustomQuestionType
  readonly required?: boolean
  readonly answers?: readonly string[]
}
/** Of meetings: `short`, `single`; of webinars: the others. */
export type CustomQuestionType = 'short' | 'single' | 'single_radio' | 'single_dropdown' | 'multiple'

export const noQuestions: RegistrationQuestions = { questions: [], custom_questions: [] }

const questionFields = list(
  whole<RegistrationQuestions['questions'][number]>(
    { field_name: oneOf(...questionNames), required: flag },
    'field_name',
  ),
)

/** Reads a change of the questions; a list that is sent replaces the earlier one, and nothing is required that does not say so. */
export function parseQuestions(
  body: object,
  types: readonly CustomQuestionType[],
  coerceText: boolean,
): Parsed<Partial<RegistrationQuestions>> {
  const custom: Fields<CustomQuestion> = { title: text(), type: oneOf(...types), required: flag, answers: list(text()) }
  const fields: Fields<RegistrationQuestions> = {
    questions: questionFields,
    custom_questions: list(whole(custom, 'title', 'type')),
  }
  const parsed = parseFields(fields, body, coerceText)
  if (!parsed.ok) return parsed
  const problems = (parsed.value.custom_questions ?? []).flatMap(({ type, answers = [] }, index) =>
    type !== 'short' && answers.length === 0 ? [missingField(`${customField(index)}.answers`)] : [],
  )
  return problems.length > 0 ? { ok: false, problems } : parsed
}

/** What is wrong with somebody's answers: a required one is missing, or a choice is none of those that there are. */
export function answerProblems({ questions, custom_questions }: RegistrationQuestions, person: Person): FieldProblem[] {
  const missing = questions.flatMap(({ field_name, required }) =>
    required && !isAnswered(person[field_name]) ? [missingField(field_name)] : [],
  )
  const custom = custom_questions.flatMap(({ title, type, required, answers = [] }, index) => {
    const field = customField(index)
    const value = person.custom_questions?.find((answer) => answer.title === title)?.value
    if (!isAnswered(value)) return required ? [{ field, message: `Missing field: ${title}.` }] : []
    const given = type === 'multiple' ? value.split(',').map((one) => one.trim()) : []
    const fits = type === 'short' || answers.includes(value) || (given.length > 0 && given.every(isIn(answers)))
    return fits ? [] : [{ ...invalidParameter(field), message: `Invalid parameter: ${title}.` }]
  })
  return [...missing, ...custom]
}

/** How a problem, and the registration page, names a question of the host's own. */
export function customField(index: number): string {
  return `custom_questions[${index}]`
}

function isIn(answers: readonly string[]): (one: string) => boolean {
  return (one) => answers.includes(one)
}

function isAnswered(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
