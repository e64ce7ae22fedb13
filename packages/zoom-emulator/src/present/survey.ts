import type { Survey } from '../domain/survey.ts'
import { presentQuestions } from './questions.ts'

/** The answer about a survey, without what only webinars have (docs/zoom-facts.md §5.10). */
export function presentSurvey({ customSurvey, thirdPartySurvey, showInTheBrowser }: Survey): Record<string, unknown> {
  return {
    custom_survey: customSurvey && {
      anonymous: false,
      numbered_questions: false,
      show_question_type: false,
      ...customSurvey,
      questions: presentQuestions(customSurvey.questions ?? []),
    },
    third_party_survey: thirdPartySurvey,
    show_in_the_browser: showInTheBrowser,
  }
}
