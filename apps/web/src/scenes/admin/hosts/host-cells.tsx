import type { HostView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useNow } from '../../../parts.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'
import { sayHours } from './say-hours.ts'

interface CellProps {
  readonly host: HostView
}

export function HostLicence({ host }: CellProps): VNode {
  const { hosts: words } = adminWords.use()
  const { format } = useSpeech()
  return (
    <div>
      {words.plansShort[host.plan]}
      <p class="hint">{words.people(format.number(host.capacity), host.capacity === 1)}</p>
      <p class="hint">{words.lanes(host.lanes)}</p>
    </div>
  )
}

export function HostTimes({ host }: CellProps): VNode {
  const { hosts: words } = adminWords.use()
  const { format } = useSpeech()
  const now = useNow()
  return (
    <div>
      {host.hours === null ? (
        words.always
      ) : (
        <ul>
          {sayHours(host.hours, format).map((line) => (
            <li key={line} class="digits">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{format.zone(host.timeZone, now)}</p>
    </div>
  )
}

/** How much of its day at Zoom is spent: a meter, and the same in words. */
export function HostBudget({ host: { budget } }: CellProps): VNode {
  const { hosts: words } = adminWords.use()
  const { format } = useSpeech()
  const text = words.budgetText(format.number(budget.spent), format.number(budget.of))
  return (
    <div class="budget">
      <meter
        min={0}
        max={budget.of}
        low={budget.of * 0.6}
        high={budget.of * 0.85}
        optimum={0}
        value={budget.spent}
        aria-label={text}
      />
      <p class="digits">{text}</p>
      {budget.spent >= budget.of && <p class="mark mark-bad">{words.budgetFull}</p>}
      <p class="hint">{words.budgetRenews(format.time(budget.renewsAt))}</p>
    </div>
  )
}

export function HostHealthCell({ host: { health } }: CellProps): VNode {
  const { hosts: words } = adminWords.use()
  const { format } = useSpeech()
  const now = useNow()
  const look = { good: 'good', not_seen_yet: 'off', not_at_zoom: 'bad', may_not_host: 'bad', zoom_away: 'wait' }[
    health.is
  ]
  return (
    <div>
      <span class={`mark mark-${look}`}>{words.health[health.is]}</span>
      {health.is !== 'good' && <p>{words.healthRemedy[health.is]}</p>}
      {health.seenAt !== null && <p class="hint">{words.seen(format.fromNow(health.seenAt, now))}</p>}
      {health.agenda === 'hidden' && <p class="hint">{words.agendaHidden}</p>}
      {health.foreignMeetings > 0 && <p class="hint">{words.foreign(health.foreignMeetings)}</p>}
    </div>
  )
}
