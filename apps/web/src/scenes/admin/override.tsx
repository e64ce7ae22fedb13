import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { listHosts } from '../../api/administration-calls.ts'
import { overrideBooking } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { useParts } from '../../parts.ts'
import { errorAt } from '../../words/error-at.ts'
import { useSpeech } from '../../words/words.ts'
import { type Draft, hasTimes, newDraft, wishOf } from '../book/draft.ts'
import { RepeatFields } from '../book/repeat-fields.tsx'
import { WhenFields } from '../book/when-fields.tsx'
import { AdminScene } from './admin-scene.tsx'
import { MemberField } from './members/member-field.tsx'
import { adminWords } from './words.ts'

/** Books on a host beside everything else; the only way past the rules. */
export function Override(): VNode {
  const { override: words } = adminWords.use()
  const speech = useSpeech()
  const { clock } = useParts()
  const { route } = useLocation()
  const submit = useSubmit()
  const hosts = useAnswer(listHosts())
  const [hasTried, setTried] = useState(false)
  const [hostId, setHost] = useState('')
  const [organiserId, setOrganiser] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...newDraft(clock.now(), speech.format.timeZone),
    peopleExpected: 2,
  }))
  const error = (field: string): string | undefined => errorAt(submit.problem, field, speech)
  const times = { draft, onChange: setDraft, problem: submit.problem }
  const isWhole = hostId !== '' && organiserId !== null && draft.title.trim() !== '' && hasTimes(draft)

  async function book(event: Event): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!isWhole || organiserId === null) return
    const answer = await submit.send(overrideBooking({ wish: wishOf(draft), hostId, organiserId }))
    if (answer?.is === 'good') route(`/bookings/${encodeURIComponent(answer.value.id)}`)
  }

  return (
    <AdminScene part="override" lead={words.lead}>
      <Notice kind="warning">{words.warning}</Notice>
      <form class="form panel" onSubmit={book} noValidate>
        <SelectField
          label={words.host}
          value={hostId}
          options={[
            { value: '', label: words.chooseHost },
            ...(hosts.value?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setHost}
          error={error('hostId')}
        />
        <MemberField
          label={words.organiser}
          hint={words.organiserHint}
          value={organiserId}
          onChange={setOrganiser}
          error={error('organiserId')}
        />
        <TextField
          label={words.title}
          value={draft.title}
          maxLength={200}
          onInput={(title) => setDraft({ ...draft, title })}
          error={error('title')}
        />
        <WhenFields {...times} />
        <RepeatFields {...times} />
        {draft.recurrence && <p class="hint">{words.series}</p>}
        <TextField
          label={words.people}
          type="number"
          min={1}
          value={draft.peopleExpected === 0 ? '' : String(draft.peopleExpected)}
          onInput={(text) => setDraft({ ...draft, peopleExpected: Math.max(0, Math.round(Number(text)) || 0) })}
          error={error('peopleExpected')}
        />
        {hasTried && !isWhole && (
          <Notice kind="error" isLive>
            {words.missing}
          </Notice>
        )}
        <FailureNotice failure={submit.failure ?? hosts.failure} />
        <div class="actions">
          <Button kind="main" type="submit" isBusy={submit.isSending}>
            {words.submit}
          </Button>
        </div>
      </form>
    </AdminScene>
  )
}
