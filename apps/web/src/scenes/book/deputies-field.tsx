import type { VNode } from 'preact'
import { TextField } from '../../components/field.tsx'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { wrongAddresses } from './read-people.ts'
import type { FieldsProps } from './when-fields.tsx'

interface DeputiesFieldProps extends FieldsProps {
  /** Whether it was tried to book with them. */
  readonly isTried: boolean
}

/** Members who may start the meeting beside its organiser: asked for where meetings are opened by the start link. */
export function DeputiesField({ draft, onChange, problem, isTried }: DeputiesFieldProps): VNode {
  const speech = useSpeech()
  const { words, format } = speech
  const wrong = wrongAddresses(draft.deputies, isTried)
  const refused = isAboutDeputies(problem) && problem ? sayProblem(problem, speech) : undefined
  return (
    <TextField
      label={words.book.deputies}
      hint={words.book.deputiesHint}
      value={draft.deputies}
      autocomplete="off"
      onInput={(deputies) => onChange({ ...draft, deputies })}
      error={wrong.length > 0 ? words.book.peopleWrong(format.list(wrong.slice(0, 5))) : refused}
    />
  )
}

export function isAboutDeputies(problem: FieldsProps['problem']): boolean {
  return problem?.field?.startsWith('deputies') === true
}
