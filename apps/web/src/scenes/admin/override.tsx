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
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { useParts } from '../../parts.ts'
import { isDay, wallAt } from '../../time/wall-time.ts'
import { errorAt } from '../../words/error-at.ts'
import { useSpeech } from '../../words/words.ts'
import { AdminScene } from './admin-scene.tsx'
import { MemberField } from './members/member-field.tsx'
import { adminWords } from './words.ts'

interface Fields {
  readonly hostId: string
  readonly organiserId: string | null
  readonly title: string
  readonly day: string
  readonly time: string
  readonly minutes: string
  readonly timeZone: string
  readonly people: string
}

/** Books on a host beside everything else; the only way past the rules. */
export function Override(): VNode {
  const { override: words } = adminWords.use()
  const speech = useSpeech()
  const { clock } = useParts()
  const { route } = useLocation()
  const submit = useSubmit()
  const hosts = useAnswer(listHosts())
  const [hasTried, setTried] = useState(false)
  const [fields, setFields] = useState<Fields>(() => {
    const { timeZone } = speech.format
    const wall = wallAt(Math.ceil(clock.now() / hour) * hour + hour, timeZone)
    const [day = '', time = ''] = wall.split('T')
    return { hostId: '', organiserId: null, title: '', day, time, minutes: '60', timeZone, people: '2' }
  })
  const set = (changed: Partial<Fields>): void => setFields((old) => ({ ...old, ...changed }))
  const error = (field: string): string | undefined => errorAt(submit.problem, field, speech)
  const { hostId, organiserId, title, day, time, timeZone } = fields
  const isWhole =
    hostId !== '' &&
    organiserId !== null &&
    title.trim() !== '' &&
    isDay(day) &&
    time !== '' &&
    Number(fields.minutes) > 0

  async function book(event: Event): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!isWhole || organiserId === null) return
    const wish = {
      title: title.trim(),
      timeZone,
      start: `${day}T${time}`,
      minutes: Number(fields.minutes),
      peopleExpected: Number(fields.people) || 1,
    }
    const answer = await submit.send(overrideBooking({ wish, hostId, organiserId }))
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
          onChange={(chosen) => set({ hostId: chosen })}
          error={error('hostId')}
        />
        <MemberField
          label={words.organiser}
          hint={words.organiserHint}
          value={organiserId}
          onChange={(chosen) => set({ organiserId: chosen })}
          error={error('organiserId')}
        />
        <TextField
          label={words.title}
          value={title}
          maxLength={200}
          onInput={(text) => set({ title: text })}
          error={error('title') ?? error('wish.title')}
        />
        <div class="fields">
          <TextField
            label={words.day}
            type="date"
            value={day}
            onInput={(text) => set({ day: text })}
            error={error('start') ?? error('wish.start')}
          />
          <TextField label={words.time} type="time" value={time} onInput={(text) => set({ time: text })} />
          <TextField
            label={words.minutes}
            type="number"
            min={1}
            value={fields.minutes}
            onInput={(minutes) => set({ minutes })}
            error={error('minutes') ?? error('wish.minutes')}
          />
          <TextField
            label={words.people}
            type="number"
            min={1}
            value={fields.people}
            onInput={(people) => set({ people })}
            error={error('peopleExpected') ?? error('wish.peopleExpected')}
          />
        </div>
        <TimeZoneField
          label={words.timeZone}
          value={timeZone}
          onChange={(zone) => set({ timeZone: zone })}
          error={error('timeZone') ?? error('wish.timeZone')}
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

const hour = 60 * 60_000
