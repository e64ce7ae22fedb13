import type { Language, MemberInput, MemberView, Role } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addMember, changeMember } from '../../../api/administration-calls.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { CheckField, SelectField, TextField } from '../../../components/field.tsx'
import { FormEnd } from '../../../components/form-end.tsx'
import { TimeZoneField } from '../../../components/time-zone-field.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { useDesk } from '../../../shell/session.ts'
import { errorAt } from '../../../words/error-at.ts'
import { languageNames } from '../../../words/languages.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'

export interface MemberFormProps {
  /** The one that changes; `undefined`: a new one. */
  readonly member: MemberView | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

type Fields = Required<MemberInput>

export function MemberForm({ member, onClose, onDone }: MemberFormProps): VNode {
  const { members: words } = adminWords.use()
  const speech = useSpeech()
  const desk = useDesk()
  const toast = useToast()
  const submit = useSubmit()
  const [fields, setFields] = useState<Fields>(() =>
    member === undefined ? newMember(desk.timeZone) : inputOf(member),
  )
  const set = (changed: MemberInput): void => setFields((old) => ({ ...old, ...changed }))
  const error = (field: keyof Fields): string | undefined => errorAt(submit.problem, field, speech)

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    const answer = await submit.send(member === undefined ? addMember(fields) : changeMember(member.id, fields))
    if (answer?.is !== 'good') return
    toast(words.saved(answer.value.name))
    onDone()
  }

  return (
    <Dialog title={member === undefined ? words.addTitle : words.editOf(member.name)} onClose={onClose}>
      <form class="form" onSubmit={save} noValidate>
        <TextField
          label={words.form.email}
          hint={words.form.emailHint}
          type="email"
          value={fields.email}
          onInput={(email) => set({ email })}
          error={error('email')}
          isFocused
        />
        <TextField
          label={words.form.name}
          value={fields.name}
          onInput={(name) => set({ name })}
          error={error('name')}
        />
        <SelectField<Role>
          label={words.form.role}
          hint={words.roleHint[fields.role]}
          value={fields.role}
          options={(['member', 'manager', 'admin'] as const).map((value) => ({ value, label: words.roles[value] }))}
          onChange={(role) => set({ role })}
          error={error('role')}
        />
        <div class="fields">
          <SelectField<Language>
            label={words.form.language}
            value={fields.language}
            options={(Object.keys(languageNames) as Language[]).map((value) => ({
              value,
              label: languageNames[value],
            }))}
            onChange={(language) => set({ language })}
            error={error('language')}
          />
          <TimeZoneField
            label={words.form.timeZone}
            value={fields.timeZone}
            onChange={(timeZone) => set({ timeZone })}
            error={error('timeZone')}
          />
        </div>
        <CheckField
          label={words.form.needsApproval}
          isChecked={fields.needsApproval}
          onChange={(needsApproval) => set({ needsApproval })}
        />
        <CheckField
          label={words.form.isActive}
          hint={words.form.isActiveHint}
          isChecked={fields.isActive}
          onChange={(isActive) => set({ isActive })}
        />
        <FormEnd submit={submit} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function newMember(timeZone: string): Fields {
  return { email: '', name: '', role: 'member', language: 'en', timeZone, needsApproval: false, isActive: true }
}

function inputOf({ id: _id, ...input }: MemberView): Fields {
  return input
}
