import type { Question } from '../domain/questions.ts'

/** Questions as they were sent, with what counts where nothing was sent. */
export function presentQuestions(questions: readonly Question[]): object[] {
  return questions.map((question) => ({ answer_required: false, show_as_dropdown: false, ...question }))
}
