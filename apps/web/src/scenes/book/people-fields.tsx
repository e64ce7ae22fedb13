import type { VNode } from 'preact'
import { TextAreaField, TextField } from '../../components/field.tsx'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { DeputiesField, isAboutDeputies } from './deputies-field.tsx'
import { readPeople, wrongAddresses } from './read-people.ts'
import type { FieldsProps } from './when-fields.tsx'

export interface PeopleFieldsProps extends FieldsProps {
  /** Whether others can be named who may start it. */
  readonly hasDeputies: boolean
  /** Whether it was tried to book with them. */
  readonly isTried: boolean
}

export function PeopleFields({ draft, onChange, problem, hasDeputies, isTried }: PeopleFieldsProps): VNode {
  const speech = useSpeech()
  const { words, format } = speech
  const { people } = readPeople(draft.people)
  const wrong = wrongAddresses(draft.people, isTried)
  const wrongField = (field: string): string | undefined =>
    problem?.field?.startsWith(field) ? sayProblem(problem, speech) : undefined
  const isOpen =
    draft.agenda !== '' ||
    draft.peopleExpected > 0 ||
    wrongField('peopleExpected') !== undefined ||
    (hasDeputies && (draft.deputies !== '' || isAboutDeputies(problem)))
  const known = people.length > 0 ? `${words.book.peopleRead(people.length)}. ` : ''
  return (
    <>
      <TextAreaField
        label={words.book.people}
        value={draft.people}
        onInput={(text) => onChange({ ...draft, people: text })}
        hint={`${known}${words.book.peopleHint}`}
        error={wrong.length > 0 ? words.book.peopleWrong(format.list(wrong.slice(0, 5))) : wrongField('people[')}
      />
      <details open={isOpen}>
        <summary>{hasDeputies ? words.book.moreDeputies : words.book.more}</summary>
        <div class="form folded">
          <TextAreaField
            label={words.book.agenda}
            value={draft.agenda}
            maxLength={1950}
            rows={3}
            onInput={(agenda) => onChange({ ...draft, agenda })}
            error={wrongField('agenda')}
          />
          <TextField
            label={words.book.expected}
            hint={words.book.expectedHint}
            type="number"
            min={1}
            max={10_000}
            value={draft.peopleExpected === 0 ? '' : String(draft.peopleExpected)}
            onInput={(text) => onChange({ ...draft, peopleExpected: Math.max(0, Math.round(Number(text)) || 0) })}
            error={wrongField('peopleExpected')}
          />
          {hasDeputies && <DeputiesField draft={draft} onChange={onChange} problem={problem} isTried={isTried} />}
        </div>
      </details>
    </>
  )
}
