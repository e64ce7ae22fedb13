import type { HostInput } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listZoomUsers } from '../../../api/administration-calls.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextField } from '../../../components/field.tsx'
import { Loading } from '../../../components/loading.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'

export interface AddHostProps {
  readonly onClose: () => void
  readonly onChoose: (known: HostInput) => void
}

/** A user of the Zoom account, with what Zoom says of it, or one that is typed in. */
export function AddHost({ onClose, onChoose }: AddHostProps): VNode {
  const { hosts: words } = adminWords.use()
  const { format } = useSpeech()
  const [text, setText] = useState('')
  const { value, failure } = useAnswer(listZoomUsers())
  const wanted = text.toLocaleLowerCase()
  const users = value?.rows.filter(
    ({ isHost, name, email }) => !isHost && `${name} ${email}`.toLocaleLowerCase().includes(wanted),
  )
  return (
    <Dialog
      title={words.addTitle}
      onClose={onClose}
      isWide
      actions={<Button onClick={() => onChoose({})}>{words.addByHand}</Button>}
    >
      <h3>{words.addFrom}</h3>
      <TextField label={words.addSearch} type="search" value={text} onInput={setText} isFocused />
      <FailureNotice failure={failure} />
      {users === undefined && failure === undefined && <Loading />}
      {users?.length === 0 && <p>{words.noOther}</p>}
      {users && users.length > 0 && (
        <ul class="pick-list">
          {users.map(({ id, name, email, plan, capacity }) => (
            <li key={id}>
              <span>
                <span class="name">{name}</span>
                <span class="hint admin-email">{email}</span>
                <span class="hint">
                  {words.plansShort[plan]}
                  {capacity !== null && ` · ${words.people(format.number(capacity), capacity === 1)}`}
                </span>
              </span>
              <Button
                label={words.addUser(name)}
                onClick={() =>
                  onChoose({
                    zoomUser: id,
                    email,
                    name,
                    plan,
                    lanes: plan === 'business' ? 2 : 1,
                    ...(capacity !== null && { capacity }),
                  })
                }
              >
                {words.addShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
