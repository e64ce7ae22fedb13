import type { VNode } from 'preact'
import { TextAreaField, TextField } from '../../components/field.tsx'
import { sayProblem } from '../../words/problems.ts'
import { useSpeech } from '../../words/words.ts'
import { readPeople } from './read-people.ts'
import type { FieldsProps } from './when-fields.tsx'

export function PeopleFields({ draft, onChange, problem }: FieldsProps): VNode {
  const speech = useSpeech()
  const { words, format } = speech
  const { people, wrong } = readPeople(draft.people)
  const wrongField = (field: string): string | undefined =>
    problem?.field?.startsWith(field) ? sayProblem(problem, speech) : undefined
  // While an address is being typed it is not wrong yet.
  const isTyping = wrong.length === 1 && draft.people.endsWith(wrong[0] ?? '')
  const known = people.length > 0 ? `${words.book.peopleRead(people.length)}. ` : ''
  return (
    <>
      <TextAreaField
        label={words.book.people}
        value={draft.people}
        onInput={(text) => onChange({ ...draft, people: text })}
        hint={`${known}${words.book.peopleHint}`}
        error={
          wrong.length > 0 && !isTyping ? words.book.peopleWrong(format.list(wrong.slice(0, 5))) : wrongField('people[')
        }
      />
      <details open={draft.agenda !== '' || draft.peopleExpected > 0 || wrongField('peopleExpected') !== undefined}>
        <summary>{words.book.more}</summary>
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
        </div>
      </details>
    </>
  )
}
