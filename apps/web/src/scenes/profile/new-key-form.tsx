import type { ApiScope, NewApiKeyView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addApiKey } from '../../api/administration-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { ManyChips } from '../../components/chips.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { addToDay, instantOf, isDay } from '../../time/wall-time.ts'
import { errorAt } from '../../words/error-at.ts'
import { useSpeech } from '../../words/words.ts'
import { profileWords } from './words.ts'

export interface NewKeyFormProps {
  readonly onClose: () => void
  readonly onMade: (key: NewApiKeyView) => void
}

const ofMembers: readonly ApiScope[] = ['bookings:read', 'bookings:write', 'calendar:read']
const ofAdmins: readonly ApiScope[] = ['admin:read', 'admin:write']

export function NewKeyForm({ onClose, onMade }: NewKeyFormProps): VNode {
  const words = profileWords.use()
  const speech = useSpeech()
  const me = useMe()
  const submit = useSubmit()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly ApiScope[]>(['bookings:read'])
  const [lastDay, setLastDay] = useState('')
  const [hasTried, setTried] = useState(false)
  const isWhole = name.trim() !== '' && scopes.length > 0
  const known = isAtLeast(me, 'admin') ? [...ofMembers, ...ofAdmins] : ofMembers

  async function add(event: Event): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!isWhole) return
    const expiresAt = endOf(lastDay, speech.format.timeZone)
    const answer = await submit.send(
      addApiKey({ name: name.trim(), scopes, ...(expiresAt !== undefined && { expiresAt }) }),
    )
    if (answer?.is === 'good') onMade(answer.value)
  }

  return (
    <Dialog title={words.add} onClose={onClose}>
      <form class="form" onSubmit={add} noValidate>
        <TextField
          label={words.addName}
          hint={words.addNameHint}
          value={name}
          maxLength={100}
          onInput={setName}
          isFocused
          error={errorAt(submit.problem, 'name', speech)}
        />
        <ManyChips
          legend={words.addScopes}
          choices={known.map((value) => ({ value, label: words.scopes[value] }))}
          values={scopes}
          onChange={setScopes}
          error={errorAt(submit.problem, 'scopes', speech)}
        />
        <TextField
          label={words.addEnds}
          hint={words.addEndsHint}
          type="date"
          value={lastDay}
          onInput={setLastDay}
          error={errorAt(submit.problem, 'expiresAt', speech)}
        />
        {hasTried && !isWhole && (
          <Notice kind="error" isLive>
            {words.addMissing}
          </Notice>
        )}
        <FailureNotice failure={submit.failure} />
        <div class="actions">
          <Button kind="main" type="submit" isBusy={submit.isSending}>
            {words.add}
          </Button>
          <Button onClick={onClose}>{speech.words.common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The end of the last day. */
function endOf(day: string, timeZone: string): string | undefined {
  const at = isDay(day) ? instantOf(`${addToDay(day, 1)}T00:00`, timeZone) : undefined
  return at === undefined ? undefined : new Date(at).toISOString().replace('.000Z', 'Z')
}
