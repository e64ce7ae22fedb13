import type { DriftView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { acceptDrift, chooseDrift, listDrift, restoreDrift } from '../../api/administration-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useNow } from '../../parts.ts'
import { useSpeech } from '../../words/words.ts'
import { AdminScene } from './admin-scene.tsx'
import { tellValue } from './tell-value.ts'
import { adminWords } from './words.ts'

/** Meetings that somebody changed or deleted at Zoom: what was booked beside what is there, and what to do about it. */
export function DriftPage(): VNode {
  const { drift: words } = adminWords.use()
  const loaded = useAnswer(listDrift(), ({ is }) => is === 'booking_changed')
  return (
    <AdminScene part="drift" lead={words.lead}>
      <FailureNotice failure={loaded.failure} />
      {loaded.value === undefined ? (
        loaded.failure === undefined && <Loading />
      ) : loaded.value.rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <ul class="cards">
          {loaded.value.rows.map((drift) => (
            <Drifted key={drift.booking.id} drift={drift} onDone={loaded.reload} />
          ))}
        </ul>
      )}
    </AdminScene>
  )
}

interface DriftedProps {
  readonly drift: DriftView
  readonly onDone: () => void
}

function Drifted({ drift, onDone }: DriftedProps): VNode {
  const { drift: words } = adminWords.use()
  const { format } = useSpeech()
  const now = useNow()
  const { booking, is, fields } = drift
  const title = booking.title ?? ''
  const show = (field: string, value: unknown): string => tellValue(field, value, booking.timeZone, words, format)
  return (
    <li class="panel">
      <div>
        <p class="drift-is">{words.is[is]}</p>
        <h2>
          <a href={`/bookings/${encodeURIComponent(booking.id)}`}>{title}</a>
        </h2>
        <p class="hint">
          {booking.organiser && <span class="name">{words.by(booking.organiser.name)} · </span>}
          {format.moment(booking.next?.startsAt ?? booking.startsAt)} · <span class="name">{booking.host.name}</span> ·{' '}
          {words.seen(format.fromNow(drift.seenAt, now))}
        </p>
      </div>
      {fields.length > 0 && (
        <Table
          caption={words.caption(title)}
          columns={[
            { name: 'field', title: words.columns.field, cell: ({ field }) => words.fields[field] ?? field },
            { name: 'booked', title: words.columns.booked, cell: ({ field, booked }) => show(field, booked) },
            {
              name: 'atZoom',
              title: words.columns.atZoom,
              cell: ({ field, atZoom }) => <strong>{show(field, atZoom)}</strong>,
            },
          ]}
          rows={fields}
          keyOf={({ field }) => field}
        />
      )}
      {is === 'undecided' ? <Choice drift={drift} onDone={onDone} /> : <Ways drift={drift} onDone={onDone} />}
    </li>
  )
}

/** Back to what was booked, or on with what is there. */
function Ways({ drift, onDone }: DriftedProps): VNode {
  const { drift: words } = adminWords.use()
  const { say } = useSpeech()
  const toast = useToast()
  const submit = useSubmit()
  const { booking, is, whyNotAccept } = drift
  const isDeleted = is === 'deleted'

  async function decide(way: 'restore' | 'accept'): Promise<void> {
    const answer = await submit.send(way === 'restore' ? restoreDrift(booking.id) : acceptDrift(booking.id))
    if (answer?.is !== 'good') return
    toast(way === 'restore' ? words.restored : isDeleted ? words.cancelled : words.accepted)
    onDone()
  }

  const why = `why-${booking.id}`
  return (
    <>
      <div class="drift-ways">
        <div>
          <Button kind="main" isBusy={submit.isSending} onClick={() => decide('restore')}>
            {isDeleted ? words.restoreDeleted : words.restore}
          </Button>
          <p class="hint">{isDeleted ? words.restoreDeletedHint : words.restoreHint}</p>
        </div>
        <div>
          <Button
            kind={isDeleted ? 'danger' : 'plain'}
            isBusy={submit.isSending}
            isOff={whyNotAccept !== null}
            describedBy={why}
            onClick={() => decide('accept')}
          >
            {isDeleted ? words.acceptDeleted : words.accept}
          </Button>
          <p class="hint" id={why}>
            {whyNotAccept !== null
              ? `${words.whyNot} ${say(whyNotAccept)}`
              : isDeleted
                ? words.acceptDeletedHint
                : words.acceptHint}
          </p>
        </div>
      </div>
      <FailureNotice failure={submit.failure} />
    </>
  )
}

/** Which of several equal meetings it is. */
function Choice({ drift, onDone }: DriftedProps): VNode {
  const { drift: words } = adminWords.use()
  const toast = useToast()
  const submit = useSubmit()
  const [chosen, setChosen] = useState<number | 'none' | undefined>(undefined)
  const options: readonly (number | 'none')[] = [...drift.candidates, 'none']
  return (
    <form
      class="form"
      onSubmit={async (event) => {
        event.preventDefault()
        if (chosen === undefined) return
        const answer = await submit.send(chooseDrift(drift.booking.id, chosen))
        if (answer?.is !== 'good') return
        toast(words.chosen)
        onDone()
      }}
    >
      <p>{words.undecidedText}</p>
      <fieldset class="field">
        <legend class="label">{words.which}</legend>
        {options.map((option) => (
          <label key={option} class="radio">
            <input
              type="radio"
              name={`choice-${drift.booking.id}`}
              checked={chosen === option}
              onChange={() => setChosen(option)}
            />
            {option === 'none' ? words.noneOfThem : words.meeting(grouped(option))}
          </label>
        ))}
      </fieldset>
      <FailureNotice failure={submit.failure} />
      <div class="actions">
        <Button kind="main" type="submit" isBusy={submit.isSending} isOff={chosen === undefined}>
          {words.choose}
        </Button>
      </div>
    </form>
  )
}

/** As Zoom writes the number of a meeting: 853 1234 5678. */
function grouped(id: number): string {
  return String(id).replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3')
}
