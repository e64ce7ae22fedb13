import type { FieldProblem, Parsed } from './field-problem.ts'
import { missingField } from './field-problem.ts'
import { type Field, type Fields, flag, group, list, oneInt, parseFields, text } from './fields.ts'
import { pollQuestion, type Question, questionListProblems } from './questions.ts'

/** 1 poll, 2 advanced poll, 3 quiz. */
export type PollType = 1 | 2 | 3

/** A poll of a meeting or a webinar. */
export interface Poll {
  readonly id: string
  /** The meeting's or webinar's id. */
  readonly ownerId: number
  readonly title: string
  readonly pollType: PollType
  readonly anonymous: boolean
  readonly questions: readonly Question[]
  readonly status: 'notstart' | 'started' | 'ended' | 'sharing'
}

/** What a caller says of a poll. */
export type PollContent = Pick<Poll, 'title' | 'pollType' | 'anonymous' | 'questions'>

/** A meeting or webinar has at most so many (docs/zoom-facts.md §5.10). */
export const mostPolls = 50
const mostInBatch = 25

interface PollBody {
  title?: string
  poll_type?: PollType
  anonymous?: boolean
  questions?: Question[]
}

const pollFields: Fields<PollBody> = {
  title: text(64),
  poll_type: oneInt(1, 2, 3),
  anonymous: flag,
  questions: list(pollQuestion),
}

/** Reads the body of one poll. */
export function parsePoll(body: object, coerceText: boolean): Parsed<PollContent> {
  const parsed = parseFields(pollFields, body, coerceText)
  if (!parsed.ok) return parsed
  const problems = pollProblems(parsed.value, '')
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: contentFrom(parsed.value) }
}

/** Reads the body of a batch: 1 to 25 polls (docs/zoom-facts.md §5.10). */
export function parsePollBatch(body: object, coerceText: boolean): Parsed<readonly PollContent[]> {
  const onePoll: Field<Partial<PollBody>> = group(pollFields)
  const parsed = parseFields<{ polls: Partial<PollBody>[] }>({ polls: list(onePoll, mostInBatch) }, body, coerceText)
  if (!parsed.ok) return parsed
  const { polls } = parsed.value
  if (!polls?.length) return { ok: false, problems: [missingField('polls')] }
  const problems = polls.flatMap((poll, index) => pollProblems(poll, `polls[${index}].`))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: polls.map(contentFrom) }
}

function pollProblems({ title, questions }: PollBody, path: string): FieldProblem[] {
  const problems = questionListProblems(questions, `${path}questions`)
  return title ? problems : [missingField(`${path}title`), ...problems]
}

function contentFrom({ title = '', poll_type = 1, anonymous = false, questions = [] }: PollBody): PollContent {
  return { title, pollType: poll_type, anonymous, questions }
}
