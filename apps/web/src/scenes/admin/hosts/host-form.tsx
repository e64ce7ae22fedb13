import type { HostInput, HostPlan, HostView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addHost, changeHost } from '../../../api/administration-calls.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Chips } from '../../../components/chips.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { CheckField, SelectField, TextField } from '../../../components/field.tsx'
import { FormEnd } from '../../../components/form-end.tsx'
import { TimeZoneField } from '../../../components/time-zone-field.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { useDesk } from '../../../shell/session.ts'
import { errorAt } from '../../../words/error-at.ts'
import { useSpeech } from '../../../words/words.ts'
import { MemberField } from '../members/member-field.tsx'
import { adminWords } from '../words.ts'
import { HoursFields } from './hours-fields.tsx'
import { areInOrder } from './say-hours.ts'

export interface HostFormProps {
  /** The one that changes; `undefined`: a new one. */
  readonly host: HostView | undefined
  /** What is known of a new one. */
  readonly known: HostInput | undefined
  readonly onClose: () => void
  readonly onSaved: () => void
}

type Fields = Required<HostInput>

export function HostForm({ host, known, onClose, onSaved }: HostFormProps): VNode {
  const { hosts: words } = adminWords.use()
  const speech = useSpeech()
  const desk = useDesk()
  const toast = useToast()
  const submit = useSubmit()
  const [fields, setFields] = useState<Fields>(() => ({
    ...newHost(desk.timeZone),
    ...known,
    ...(host && inputOf(host)),
  }))
  const [isPool, setPool] = useState(fields.memberId === null)
  const set = (changed: HostInput): void => setFields((old) => ({ ...old, ...changed }))
  const error = (field: keyof Fields): string | undefined => errorAt(submit.problem, field, speech)
  const number = (field: 'capacity' | 'lanes' | 'bufferBefore' | 'bufferAfter', least: number): VNode => (
    <TextField
      label={words.form[field]}
      type="number"
      min={least}
      value={Number.isNaN(fields[field]) ? '' : String(fields[field])}
      onInput={(text) => set({ [field]: text === '' ? Number.NaN : Number(text) })}
      error={error(field)}
    />
  )
  const areHoursWrong =
    fields.hours !== null &&
    Object.values(fields.hours)
      .flat()
      .some((one) => !areInOrder(one))

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    if (areHoursWrong) return
    const input = host === undefined ? fields : changedFields(inputOf(host), fields)
    const answer = await submit.send(host === undefined ? addHost(input) : changeHost(host.id, input))
    if (answer?.is !== 'good') return
    toast(words.saved(answer.value.name))
    onSaved()
  }

  return (
    <Dialog title={host === undefined ? words.addTitle : words.editOf(host.name)} isWide onClose={onClose}>
      <form class="form" onSubmit={save} noValidate>
        <div class="fields">
          <TextField
            label={words.form.name}
            hint={words.form.nameHint}
            value={fields.name}
            onInput={(name) => set({ name })}
            error={error('name')}
          />
          <TextField
            label={words.form.email}
            type="email"
            value={fields.email}
            onInput={(email) => set({ email })}
            error={error('email')}
          />
          <TextField
            label={words.form.zoomUser}
            hint={words.form.zoomUserHint}
            value={fields.zoomUser}
            onInput={(zoomUser) => set({ zoomUser })}
            error={error('zoomUser')}
          />
        </div>
        <div class="fields">
          <SelectField<HostPlan>
            label={words.form.plan}
            hint={words.planHint[fields.plan]}
            value={fields.plan}
            options={(['basic', 'pro', 'business'] as const).map((value) => ({ value, label: words.plans[value] }))}
            onChange={(plan) => set({ plan, lanes: plan === 'business' ? Math.max(fields.lanes, 2) : 1 })}
            error={error('plan')}
          />
          {number('capacity', 1)}
          {number('lanes', 1)}
        </div>
        <div class="fields">
          {number('bufferBefore', 0)}
          {number('bufferAfter', 0)}
          <TimeZoneField
            label={words.form.timeZone}
            hint={words.form.timeZoneHint}
            value={fields.timeZone}
            onChange={(timeZone) => set({ timeZone })}
            error={error('timeZone')}
          />
        </div>
        <HoursFields hours={fields.hours} onChange={(hours) => set({ hours })} error={error('hours')} />
        <Chips
          legend={words.form.owner}
          choices={[
            { value: 'pool', label: words.pool },
            { value: 'own', label: words.ownHost },
          ]}
          value={isPool ? 'pool' : 'own'}
          onChange={(value) => {
            setPool(value === 'pool')
            set({ memberId: null })
          }}
        >
          <p class="hint">{words.form.ownerHint}</p>
        </Chips>
        {!isPool && (
          <MemberField
            label={words.form.member}
            value={fields.memberId}
            valueName={host?.memberId === fields.memberId ? host?.memberName : null}
            onChange={(memberId) => set({ memberId })}
            error={error('memberId')}
          />
        )}
        <CheckField
          label={words.form.isActive}
          hint={words.form.isActiveHint}
          isChecked={fields.isActive}
          onChange={(isActive) => set({ isActive })}
        />
        <FormEnd submit={submit} onCancel={onClose} isOff={areHoursWrong} />
      </form>
    </Dialog>
  )
}

function newHost(timeZone: string): Fields {
  return {
    zoomUser: '',
    email: '',
    name: '',
    plan: 'pro',
    capacity: 100,
    lanes: 1,
    bufferBefore: 0,
    bufferAfter: 0,
    timeZone,
    hours: null,
    memberId: null,
    isActive: true,
  }
}

function inputOf({ id: _id, memberName: _name, budget: _budget, health: _health, ...input }: HostView): Fields {
  return input
}

function changedFields(before: Fields, after: Fields): HostInput {
  const isOther = (field: string): boolean =>
    JSON.stringify(before[field as keyof Fields]) !== JSON.stringify(after[field as keyof Fields])
  return Object.fromEntries(Object.entries(after).filter(([field]) => isOther(field)))
}
