import type { VNode } from 'preact'
import { ButtonLink } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useNow } from '../../../parts.ts'
import { useMe } from '../../../shell/session.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'
import { AskedFacts } from './asked-facts.tsx'
import { Decision, type DecisionProps } from './decision.tsx'

/** Within a day somebody has to hurry. */
const soon = 24 * 60 * 60_000

/** A booking that waits. Nobody decides their own. */
export function Asked({ booking, onDecided }: DecisionProps): VNode {
  const { approvals: words } = adminWords.use()
  const { format } = useSpeech()
  const me = useMe()
  const now = useNow()
  const { organiser } = booking
  const address = `/bookings/${encodeURIComponent(booking.id)}`
  const untilStart = Date.parse(booking.startsAt) - now
  const isOwn = organiser?.id === me.id
  return (
    <li class="panel">
      <div>
        <h2>
          <a href={address}>{booking.title}</a>
        </h2>
        <p class="hint">
          <span class="name">{words.by(organiser?.name ?? words.nobody)}</span>
          {' · '}
          {words.asked(format.fromNow(booking.createdAt, now))}
        </p>
      </div>
      <AskedFacts booking={booking} />
      {untilStart <= 0 ? (
        <Notice kind="warning">{words.begun}</Notice>
      ) : (
        untilStart < soon && <Notice kind="warning">{words.soon(format.fromNow(booking.startsAt, now))}</Notice>
      )}
      {isOwn && <Notice kind="note">{words.own}</Notice>}
      {isOwn ? (
        <div class="actions">
          <ButtonLink href={address}>{words.open}</ButtonLink>
        </div>
      ) : (
        <Decision booking={booking} onDecided={onDecided} />
      )}
    </li>
  )
}
