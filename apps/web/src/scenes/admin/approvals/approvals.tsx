import type { VNode } from 'preact'
import { listApprovals } from '../../../api/administration-calls.ts'
import { usePages } from '../../../api/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Loading } from '../../../components/loading.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { useSpeech } from '../../../words/words.ts'
import { AdminScene } from '../admin-scene.tsx'
import { adminWords } from '../words.ts'
import { Asked } from './asked.tsx'

/** Bookings that wait for a manager, each with what matters for the decision. */
export function Approvals(): VNode {
  const { approvals: words } = adminWords.use()
  const { words: all } = useSpeech()
  const pages = usePages(
    (after) => listApprovals({ after }),
    ({ is }) => is === 'booking_changed',
  )
  return (
    <AdminScene part="approvals" lead={words.lead}>
      <FailureNotice failure={pages.failure} />
      {pages.rows === undefined ? (
        pages.failure === undefined && <Loading />
      ) : pages.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneMore}</EmptyState>
      ) : (
        <ul class="cards">
          {pages.rows.map((booking) => (
            <Asked key={booking.id} booking={booking} onDecided={pages.reload} />
          ))}
        </ul>
      )}
      {pages.hasMore && <Button onClick={pages.more}>{all.common.more}</Button>}
    </AdminScene>
  )
}
