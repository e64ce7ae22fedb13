import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { meetNow, readBooking } from '../../api/booking-calls.ts'
import { nameOfCall } from '../../api/call.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { Chips } from '../../components/chips.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useParts } from '../../parts.ts'
import { useMe } from '../../shell/session.ts'
import { useSpeech } from '../../words/words.ts'
import { usualMinutes } from './when-fields.tsx'

/** A meeting that begins at once: a title and a length are enough. */
export function MeetNow({ onClose }: { readonly onClose: () => void }): VNode {
  const { words, format } = useSpeech()
  const { answers } = useParts()
  const { route } = useLocation()
  const me = useMe()
  const [title, setTitle] = useState(() => words.book.nowName(me.name))
  const [minutes, setMinutes] = useState(30)
  const [isTried, setTried] = useState(false)
  const submit = useSubmit()
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '') return
    const answer = await submit.send(
      meetNow({ title: title.trim(), agenda: '', minutes, people: [], peopleExpected: 1, timeZone: me.timeZone }),
    )
    if (answer?.is !== 'good') return
    answers.set(nameOfCall(readBooking(answer.value.id)), answer.value)
    route(`/bookings/${answer.value.id}`)
  }
  return (
    <Dialog title={words.book.nowTitle} onClose={onClose}>
      <form class="form" onSubmit={begin} noValidate>
        <p>{words.book.nowLead}</p>
        <TextField
          label={words.book.name}
          value={title}
          maxLength={200}
          onInput={setTitle}
          error={isTried && title.trim() === '' && words.book.nameMissing}
        />
        <Chips
          legend={words.book.length}
          choices={usualMinutes.map((value) => ({ value, label: format.minutes(value) }))}
          value={minutes}
          onChange={setMinutes}
        />
        <FailureNotice failure={submit.failure} />
        <Button kind="main" type="submit" isBusy={submit.isSending}>
          {words.book.nowSubmit(format.minutes(minutes))}
        </Button>
      </form>
    </Dialog>
  )
}
