import { type FieldProblem, invalidParameter, type Parsed } from './field-problem.ts'
import { type Fields, flag, group, list, parseFields, text } from './fields.ts'
import { type Question, questionListProblems, surveyQuestion } from './questions.ts'

/** A survey of Zoom's own, in wire form. */
export interface CustomSurvey {
  title?: string
  anonymous?: boolean
  numbered_questions?: boolean
  show_question_type?: boolean
  feedback?: string
  questions?: Question[]
}

/** What is asked after a meeting or a webinar: one of Zoom's own, or an address elsewhere. */
export interface Survey {
  /** The meeting's or webinar's id. */
  readonly ownerId: number
  readonly customSurvey?: CustomSurvey
  readonly thirdPartySurvey?: string
  readonly showInTheBrowser: boolean
  /** Of webinars alone. */
  readonly showInTheFollowUpEmail: boolean
}

interface SurveyBody {
  custom_survey?: CustomSurvey
  show_in_the_browser?: boolean
  show_in_the_follow_up_email?: boolean
  third_party_survey?: string
}

const mostQuestions = 100

const surveyFields: Fields<SurveyBody> = {
  custom_survey: group<CustomSurvey>({
    title: text(64),
    anonymous: flag,
    numbered_questions: flag,
    show_question_type: flag,
    feedback: text(320),
    questions: list(surveyQuestion, mostQuestions),
  }),
  show_in_the_browser: flag,
  show_in_the_follow_up_email: flag,
  third_party_survey: text(64),
}

/** Reads what changes of a survey (docs/zoom-facts.md §5.10). */
export function parseSurvey(body: object, coerceText: boolean): Parsed<SurveyBody> {
  const parsed = parseFields(surveyFields, body, coerceText)
  if (!parsed.ok) return parsed
  const { custom_survey: custom, third_party_survey: address } = parsed.value
  const problems: FieldProblem[] = []
  if (custom) problems.push(...questionListProblems(custom.questions, 'custom_survey.questions'))
  if (address && !isWebAddress(address)) problems.push(invalidParameter('third_party_survey'))
  if (custom && address) problems.push(invalidParameter('third_party_survey'))
  return problems.length > 0 ? { ok: false, problems } : parsed
}

/** What a change leaves: a survey of one kind takes the place of one of the other. */
export function changeSurvey(ownerId: number, known: Survey | undefined, change: SurveyBody): Survey {
  const { custom_survey: custom, third_party_survey: address } = change
  const keep = custom === undefined && address === undefined
  return {
    ownerId,
    ...(keep && known?.customSurvey && { customSurvey: known.customSurvey }),
    ...(keep && known?.thirdPartySurvey && { thirdPartySurvey: known.thirdPartySurvey }),
    ...(custom && { customSurvey: custom }),
    ...(address && { thirdPartySurvey: address }),
    showInTheBrowser: change.show_in_the_browser ?? known?.showInTheBrowser ?? true,
    showInTheFollowUpEmail: change.show_in_the_follow_up_email ?? known?.showInTheFollowUpEmail ?? false,
  }
}

function isWebAddress(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? '')
}
