import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { signInAsDemo } from '../../api/session-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { FailureNotice } from '../../components/notice.tsx'
import { languageNames } from '../../words/languages.ts'
import { useWords } from '../../words/words.ts'

export interface DemoPeopleProps {
  readonly people: SessionView['signIn']['demo']
  readonly onDone: (session: SessionView) => void
}

/** In a demo one signs in by a click. */
export function DemoPeople({ people, onDone }: DemoPeopleProps): VNode {
  const { signIn } = useWords()
  const submit = useSubmit()
  return (
    <section class="panel demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{signIn.demoTitle}</h2>
      <p class="hint">{signIn.demoLead}</p>
      <FailureNotice failure={submit.failure} />
      <ul class="people">
        {people.map(({ id, name, role, language }) => (
          <li key={id}>
            <button
              type="button"
              class="person"
              aria-disabled={submit.isSending ? 'true' : undefined}
              onClick={async () => {
                const answer = await submit.send(signInAsDemo({ memberId: id }))
                if (answer?.is === 'good') onDone(answer.value)
              }}
            >
              <span class="name">{name}</span>
              <span class="person-role">
                {signIn.roles[role]}, <span lang={language}>{languageNames[language]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
