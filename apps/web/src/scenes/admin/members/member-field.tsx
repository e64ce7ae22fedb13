import type { MemberView } from '@convene/booking/contract'
import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listMembers } from '../../../api/administration-calls.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { useSettled } from '../../../api/use-settled.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/field.tsx'
import { adminWords } from '../words.ts'

export interface MemberFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** The id of a member. */
  readonly value: string | null
  /** The name of the one that was chosen before. */
  readonly valueName?: string | null | undefined
  readonly onChange: (id: string | null) => void
  readonly error?: ComponentChildren
}

const shown = 6

/** Finds a member by name or address. */
export function MemberField({ label, hint, value, valueName, onChange, error }: MemberFieldProps): VNode {
  const { members: words } = adminWords.use()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<MemberView | undefined>(undefined)
  const search = useSettled(text.trim())
  const { value: found } = useAnswer(
    value === null && search !== '' ? listMembers({ search, limit: shown }) : undefined,
  )
  if (value !== null)
    return (
      <div class="field">
        <span class="label">{label}</span>
        <p class="chosen">
          <span class="name">
            {chosen?.id === value ? words.oneOf(chosen.name, chosen.email) : (valueName ?? words.chosenBefore)}
          </span>
          <Button kind="quiet" onClick={() => onChange(null)}>
            {words.chooseOther}
          </Button>
        </p>
        {error && <p class="field-error">{error}</p>}
      </div>
    )
  return (
    <div class="field">
      <TextField
        label={label}
        hint={hint ?? words.searchHint}
        type="search"
        value={text}
        onInput={setText}
        error={error}
      />
      <div role="status">{found?.rows.length === 0 && <p>{words.none}</p>}</div>
      {found && found.rows.length > 0 && (
        <ul class="pick-list">
          {found.rows.map((member) => (
            <li key={member.id}>
              <span>
                <span class="name">{member.name}</span>
                <span class="hint admin-email">{member.email}</span>
              </span>
              <Button
                label={words.choose(member.name)}
                onClick={() => {
                  setChosen(member)
                  onChange(member.id)
                }}
              >
                {words.chooseShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
