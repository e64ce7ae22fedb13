import type { ChangeInput, ChangeScope } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { changeBooking, previewChange } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSettled } from '../../api/use-settled.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { ChangeOutcome, isPossible } from '../../components/change-outcome.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { CheckField, TextField } from '../../components/field.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { hasAddresses, hasTimes, withStart } from '../book/draft.ts'
import { PeopleFields } from '../book/people-fields.tsx'
import { RepeatFields } from '../book/repeat-fields.tsx'
import { WhenFields } from '../book/when-fields.tsx'
import { changeOf, draftOf } from './change-draft.ts'
import type { ShownProps } from './index.tsx'
import { ScopeFields } from './scope-fields.tsx'

export interface ChangeDialogProps extends ShownProps {
  /** The date whose button was pressed: it alone is meant at first. */
  readonly date?: string
  /** Where it was dragged to, wall time. */
  readonly start?: string
  /** To move it alone: what it is about, and who comes, stay. */
  readonly moving?: string
  readonly onClose: () => void
}

/** Changes a booking, or one date of it, or one and all that follow; what becomes of it is shown before. */
export function ChangeDialog({ booking, put, reload, date, start, moving, onClose }: ChangeDialogProps): VNode {
  const words = useWords()
  const toast = useToast()
  const submit = useSubmit()
  const [scope, setScope] = useState<ChangeScope>(date === undefined ? { scope: 'all' } : { scope: 'one', date })
  const [draft, setDraft] = useState(() => {
    const asBooked = draftOf(booking, scope)
    return start === undefined ? asBooked : withStart(asBooked, start)
  })
  const [mayMove, setMayMove] = useState(false)
  const [isTried, setTried] = useState(false)
  const hasTitle = draft.title.trim() !== ''
  const change = hasTitle && hasTimes(draft) ? changeOf(booking, scope, draft) : undefined
  const wanted = change && JSON.stringify({ revision: booking.revision, scope, change, mayMove } satisfies ChangeInput)
  const asked = useSettled(wanted)
  const preview = useAnswer(
    asked === undefined ? undefined : previewChange(booking.id, JSON.parse(asked)),
    ({ is }) => is === 'calendar_changed',
  )
  const isFresh = wanted !== undefined && wanted === asked && !preview.isLoading
  const isReady = isFresh && preview.value !== undefined && preview.failure === undefined && isPossible(preview.value)
  const problem = preview.problem ?? submit.problem

  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isReady || wanted === undefined || !hasAddresses(draft)) return
    const answer = await submit.send(changeBooking(booking.id, JSON.parse(wanted)))
    if (answer?.is === 'refused' && answer.problem.code === 'changed_meanwhile') reload()
    if (answer?.is !== 'good') return
    put(answer.value.booking)
    toast(words.booking.changed)
    onClose()
  }
  const fields = { draft, onChange: setDraft, problem }
  return (
    <Dialog title={moving ?? words.booking.changeTitle} onClose={onClose} isWide>
      <form class="form" onSubmit={save} noValidate>
        <ScopeFields
          booking={booking}
          scope={scope}
          onChange={(chosen) => {
            setScope(chosen)
            setDraft(draftOf(booking, chosen))
          }}
        />
        {scope.scope === 'one'
          ? booking.recurrence && <p class="hint">{words.booking.oneOnly}</p>
          : moving === undefined && (
              <TextField
                label={words.book.name}
                value={draft.title}
                maxLength={200}
                onInput={(title) => setDraft({ ...draft, title })}
                error={!hasTitle && words.book.nameMissing}
              />
            )}
        <WhenFields {...fields} hasOwnZone={scope.scope !== 'one'} />
        {scope.scope === 'all' && booking.recurrence && <RepeatFields {...fields} />}
        {scope.scope !== 'one' && moving === undefined && (
          <PeopleFields {...fields} hasDeputies={booking.opening.way === 'start_link'} isTried={isTried} />
        )}
        <CheckField
          label={words.booking.mayMove}
          hint={words.booking.mayMoveHint}
          isChecked={mayMove}
          onChange={setMayMove}
        />
        <div role="status">
          {change === undefined ? (
            <p class="hint">{hasTimes(draft) ? words.booking.changeNothing : words.book.timesMissing}</p>
          ) : (
            !isFresh && <p class="hint">{words.change.looking}</p>
          )}
        </div>
        {isFresh && preview.value && (
          <ChangeOutcome
            preview={preview.value}
            timeZone={booking.timeZone}
            before={booking.occurrences}
            onTake={({ start, minutes }) =>
              setDraft({ ...(start ? withStart(draft, start) : draft), ...(minutes && { minutes }) })
            }
          />
        )}
        <FailureNotice failure={submit.failure ?? (isFresh ? preview.failure : undefined)} />
        <div class="actions">
          <Button kind="main" type="submit" isBusy={submit.isSending} isOff={!isReady}>
            {change !== undefined && isFresh && !isReady
              ? words.booking.cannotSave
              : preview.value?.needsApproval
                ? words.booking.saveAsk
                : preview.value?.link === 'new'
                  ? words.booking.saveNewLink
                  : words.booking.save}
          </Button>
          <Button onClick={onClose}>{words.common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
