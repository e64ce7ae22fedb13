import { type FieldProblem, invalidParameter, missingField } from './field-problem.ts'
import { type Field, type Fields, flag, group, int, list, oneOf, text } from './fields.ts'

/** A question of a poll or a survey, in wire form. */
export interface Question {
  name?: string
  type?: QuestionType
  answer_required?: boolean
  show_as_dropdown?: boolean
  answers?: string[]
  prompts?: { prompt_question?: string; prompt_right_answers?: string[] }[]
  answer_min_character?: number
  answer_max_character?: number
  rating_min_value?: number
  rating_max_value?: number
  rating_min_label?: string
  rating_max_label?: string
  case_sensitive?: boolean
  right_answers?: string[]
}

export type QuestionType =
  | 'single'
  | 'multiple'
  | 'matching'
  | 'rank_order'
  | 'short_answer'
  | 'long_answer'
  | 'fill_in_the_blank'
  | 'rating_scale'

/** The most answers to choose from; a type that is not here has none to choose from (docs/zoom-facts.md §5.10). */
const mostAnswers: Readonly<Partial<Record<QuestionType, number>>> = {
  single: 50,
  multiple: 50,
  matching: 16,
  rank_order: 7,
}
const longestText: Readonly<Partial<Record<QuestionType, number>>> = { short_answer: 500, long_answer: 2000 }
const fewest = 2
const mostPrompts = 10

const surveyFields: Fields<Omit<Question, 'case_sensitive' | 'right_answers'>> = {
  name: text(420),
  type: oneOf(
    ...(['single', 'multiple', 'matching', 'rank_order'] as const),
    ...(['short_answer', 'long_answer', 'fill_in_the_blank', 'rating_scale'] as const),
  ),
  answer_required: flag,
  show_as_dropdown: flag,
  answers: list(text(200)),
  prompts: list(group({ prompt_question: text(200), prompt_right_answers: list(text(200)) })),
  answer_min_character: int(1, 2000),
  answer_max_character: int(1, 2000),
  rating_min_value: int(0, 10),
  rating_max_value: int(0, 10),
  rating_min_label: text(50),
  rating_max_label: text(50),
}

/** A question of a survey. */
export const surveyQuestion: Field<Question> = group(surveyFields, 'name', 'type')

/** A question of a poll, which can have right answers. */
export const pollQuestion: Field<Question> = group<Question>(
  { ...surveyFields, name: text(255), case_sensitive: flag, right_answers: list(text(200)) },
  'name',
  'type',
)

/** What the fields of a question say together. @param path such as `questions[0]` */
function questionProblems(question: Question, path: string): FieldProblem[] {
  const { type, answers, prompts, right_answers: right } = question
  const problems: FieldProblem[] = []
  const refuse = (field: string) => void problems.push(invalidParameter(`${path}.${field}`))
  const most = type && mostAnswers[type]
  if (most !== undefined && !answers) problems.push(missingField(`${path}.answers`))
  if (answers && (answers.length < fewest || answers.length > (most ?? answers.length))) refuse('answers')
  if (prompts && (prompts.length < fewest || prompts.length > mostPrompts)) refuse('prompts')
  if (right?.length === 0) refuse('right_answers')
  const { answer_min_character: least = 1, answer_max_character: greatest } = question
  if (greatest !== undefined && (greatest < least || greatest > ((type && longestText[type]) ?? greatest)))
    refuse('answer_max_character')
  const { rating_min_value: low, rating_max_value: high } = question
  if (low !== undefined && high !== undefined && low >= high) refuse('rating_max_value')
  return problems
}

/** What all the questions at `path` say together; a list without one is a problem too. */
export function questionListProblems(questions: readonly Question[] | undefined, path: string): FieldProblem[] {
  if (!questions) return [missingField(path)]
  if (questions.length === 0) return [invalidParameter(path)]
  return questions.flatMap((question, index) => questionProblems(question, `${path}[${index}]`))
}
