import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { book, readBooking } from '../../api/booking-calls.ts'
import { nameOfCall } from '../../api/call.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/field.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useParts } from '../../parts.ts'
import { useDesk } from '../../shell/session.ts'
import { useWords } from '../../words/words.ts'
import { BookButton } from './book-button.tsx'
import { hasAddresses, hasTimes, wishOf } from './draft.ts'
import { MeetNow } from './meet-now.tsx'
import { PeopleFields } from './people-fields.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { Slip } from './slip.tsx'
import { useDraft } from './use-draft.ts'
import { useOutlook } from './use-outlook.ts'
import { WhenFields } from './when-fields.tsx'

/** One screen: say when, see what one gets, book. */
export default function Book(): VNode {
  const words = useWords()
  const { answers } = useParts()
  const { route } = useLocation()
  const { opening } = useDesk()
  const { draft, change, drop } = useDraft()
  const outlook = useOutlook(draft)
  const submit = useSubmit()
  const [tries, setTries] = useState(0)
  const [isNow, setNow] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const hasTitle = draft.title.trim() !== ''
  // In one's own Zoom nobody else starts a meeting; what was typed stays in sight.
  const isOwn = outlook.preview?.best?.choice.code === 'own_host'
  const hasDeputies = (opening === 'start_link' && !isOwn) || draft.deputies !== ''
  const isComplete = hasTitle && hasAddresses(draft)
  const problem = outlook.problem ?? submit.problem

  // The first field that is wrong is where one goes on.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tries])

  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTries(tries + 1)
    if (!isComplete || !hasTimes(draft)) return
    const answer = await submit.send(book(wishOf(draft)))
    if (answer?.is !== 'good') return
    drop()
    answers.set(nameOfCall(readBooking(answer.value.id)), answer.value)
    route(`/bookings/${answer.value.id}`)
  }
  const onChange = (next: typeof draft): void => {
    submit.clear()
    change(next)
  }
  return (
    <Scene
      title={words.book.title}
      lead={words.book.lead}
      actions={<Button onClick={() => setNow(true)}>{words.book.meetNow}</Button>}
    >
      <form class="book" onSubmit={onSubmit} noValidate ref={form}>
        <div class="panel book-fields">
          <TextField
            label={words.book.name}
            placeholder={words.book.namePlaceholder}
            value={draft.title}
            maxLength={200}
            autocomplete="off"
            onInput={(title) => onChange({ ...draft, title })}
            error={tries > 0 && !hasTitle && words.book.nameMissing}
          />
          <WhenFields draft={draft} onChange={onChange} problem={problem} />
          <RepeatFields draft={draft} onChange={onChange} problem={problem} />
          <PeopleFields
            draft={draft}
            onChange={onChange}
            problem={problem}
            hasDeputies={hasDeputies}
            isTried={tries > 0}
          />
        </div>
        <div class="book-end">
          <Slip draft={draft} onChange={onChange} outlook={outlook} refusedWith={submit.problem} />
          {submit.failure?.is === 'unreachable' && <FailureNotice failure={submit.failure} />}
          <BookButton draft={draft} outlook={outlook} isBusy={submit.isSending} />
        </div>
      </form>
      {isNow && <MeetNow onClose={() => setNow(false)} />}
    </Scene>
  )
}
