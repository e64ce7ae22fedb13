import type { Poll } from '../domain/poll.ts'
import { presentQuestions } from './questions.ts'

/** The answer about a poll (docs/zoom-facts.md §5.10). */
export function presentPoll({ id, status, title, pollType, anonymous, questions }: Poll): object {
  return { id, status, title, poll_type: pollType, anonymous, questions: presentQuestions(questions) }
}
