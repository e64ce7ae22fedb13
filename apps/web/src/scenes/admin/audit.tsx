import type { AuditView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { auditFileAddress, listAudit } from '../../api/administration-calls.ts'
import { usePages } from '../../api/use-pages.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/field.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { type Column, Table } from '../../components/table.tsx'
import { useParts } from '../../parts.ts'
import { addToDay, instantOf, isDay, wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { AdminScene } from './admin-scene.tsx'
import { adminWords } from './words.ts'

/** Who did what: a week of it at first, other days on demand, and all of it as a file. */
export function Audit(): VNode {
  const { audit: words } = adminWords.use()
  const { words: all, format } = useSpeech()
  const { clock } = useParts()
  const [today] = useState(() => wallAt(clock.now(), format.timeZone).slice(0, 10))
  const [from, setFrom] = useState(addToDay(today, -6))
  const [to, setTo] = useState(today)
  const isWrong = isDay(from) && isDay(to) && to < from
  const range = { from: startOf(from, format.timeZone), to: startOf(isDay(to) ? addToDay(to, 1) : to, format.timeZone) }
  const pages = usePages((after) => listAudit({ ...range, order: 'newest', after, limit: 50 }))
  return (
    <AdminScene
      part="audit"
      lead={words.lead}
      actions={
        <>
          <ButtonLink href={auditFileAddress('csv', range)} download>
            {words.csv}
          </ButtonLink>
          <ButtonLink href={auditFileAddress('jsonl', range)} download>
            {words.jsonl}
          </ButtonLink>
        </>
      }
    >
      <div class="fields admin-filter">
        <TextField label={words.from} type="date" value={from} onInput={setFrom} />
        <TextField
          label={words.to}
          type="date"
          value={to}
          onInput={setTo}
          error={isWrong ? words.wrongOrder : undefined}
        />
      </div>
      <FailureNotice failure={isWrong ? undefined : pages.failure} />
      {pages.rows === undefined ? (
        pages.failure === undefined && <Loading />
      ) : pages.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneMore}</EmptyState>
      ) : (
        <Table caption={words.caption} columns={useColumns()} rows={pages.rows} keyOf={({ id }) => id} />
      )}
      {pages.hasMore && <Button onClick={pages.more}>{all.common.more}</Button>}
    </AdminScene>
  )
}

/** The beginning of a day as the log is asked for it; what is no day limits nothing. */
function startOf(day: string, timeZone: string): string | undefined {
  const at = isDay(day) ? instantOf(`${day}T00:00`, timeZone) : undefined
  return at === undefined ? undefined : new Date(at).toISOString().replace('.000Z', 'Z')
}

function useColumns(): readonly Column<AuditView>[] {
  const { audit: words } = adminWords.use()
  const { format } = useSpeech()
  // A desk that is newer than this page may know acts that the page has no words for.
  const acts: Readonly<Record<string, string>> = words.acts
  const whatOf = ({ what }: AuditView): string => acts[what] ?? what
  return [
    { name: 'when', title: words.columns.when, cell: ({ at }) => <span class="digits">{format.moment(at)}</span> },
    {
      name: 'who',
      title: words.columns.who,
      cell: ({ by, byName }) => <span class="name">{by === 'desk' ? words.theDesk : (byName ?? words.erased)}</span>,
    },
    { name: 'what', title: words.columns.what, cell: whatOf },
    { name: 'thing', title: words.columns.thing, cell: (entry) => <Thing entry={entry} /> },
    {
      name: 'details',
      title: words.columns.details,
      cell: (entry) =>
        Object.keys(entry.details).length > 0 && (
          <details>
            <summary aria-label={words.detailsOf(whatOf(entry), format.moment(entry.at))}>{words.details}</summary>
            <pre class="admin-details">{JSON.stringify(entry.details, undefined, 2)}</pre>
          </details>
        ),
    },
  ]
}

function Thing({ entry: { what, thing } }: { readonly entry: AuditView }): VNode {
  const isBooking = /^(booking|drift|meeting|overrun|running|start_link)_/.test(what)
  return isBooking ? (
    <a class="admin-id" href={`/bookings/${encodeURIComponent(thing)}`}>
      {thing}
    </a>
  ) : (
    <span class="admin-id">{thing}</span>
  )
}
