import type { BookingPreviewView, Problem } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Notice } from '../../components/notice.tsx'
import { useDesk } from '../../shell/session.ts'
import { sayRecurrence } from '../../words/say-recurrence.ts'
import { useSpeech } from '../../words/words.ts'
import { Alternatives } from './alternatives.tsx'
import { type Draft, hasTimes, spanOf } from './draft.ts'
import { HostMeter } from './host-meter.tsx'
import { ProblemWays } from './problem-ways.tsx'
import { Refusals } from './refusals.tsx'
import { SeriesDates } from './series-dates.tsx'
import type { Outlook } from './use-outlook.ts'

export interface SlipProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly outlook: Outlook
  /** What the desk said to the last try to book it. */
  readonly refusedWith: Problem | undefined
}

/** What one gets, as far as it is known: the slip that the desk would hand over. */
export function Slip({ draft, onChange, outlook, refusedWith }: SlipProps): VNode {
  const { words } = useSpeech()
  const { zoomAwaySince } = useDesk()
  const { preview, failure } = outlook
  const problem = outlook.problem ?? refusedWith
  const refusals = preview?.refusals.length ? preview.refusals : (problem?.refusals ?? [])
  const alternatives = preview?.alternatives ?? problem?.alternatives
  return (
    <section class="slip" aria-labelledby="outlook" aria-busy={!outlook.isFresh}>
      <h2 id="outlook" class="unseen">
        {words.book.outlook}
      </h2>
      <When draft={draft} />
      {outlook.problem === undefined && hasTimes(draft) && <Availability {...outlook} />}
      {failure?.is === 'unreachable' && <Notice kind="warning">{words.book.cannotLook}</Notice>}
      {problem && <ProblemWays problem={problem} draft={draft} onChange={onChange} />}
      {refusals.length > 0 && <Refusals refusals={refusals} draft={draft} onChange={onChange} />}
      {alternatives && preview?.of !== 0 && (
        <Alternatives alternatives={alternatives} preview={preview} draft={draft} onChange={onChange} />
      )}
      {preview && draft.recurrence && <SeriesDates preview={preview} draft={draft} onChange={onChange} />}
      {preview && <Notes preview={preview} />}
      {zoomAwaySince !== null && preview?.best && <Notice kind="note">{words.book.zoomAway}</Notice>}
    </section>
  )
}

function When({ draft }: { readonly draft: Draft }): VNode | null {
  const { words, format } = useSpeech()
  const { timeZone } = draft
  const span = spanOf(draft)
  // What is given and cannot be is said where it is wrong.
  if (span === undefined) return hasTimes(draft) ? null : <p class="slip-day">{words.book.timesMissing}</p>
  const { from, to } = span
  const isOwn = timeZone === format.timeZone
  const isOtherDay = format.day(from) !== format.day(from, timeZone)
  const yours = (isOtherDay ? `${format.shortDay(from)}, ` : '') + format.hours(from, to)
  return (
    <div>
      <p class="slip-day">{format.day(from, timeZone)}</p>
      <p class="slip-hours digits">
        {format.hours(from, to, timeZone)} {!isOwn && <span class="slip-zone">{format.zone(timeZone, from)}</span>}
      </p>
      {draft.recurrence && <p>{sayRecurrence(draft.recurrence, words, format)}</p>}
      {!isOwn && <p class="hint">{words.book.yourTime(yours, format.zone(format.timeZone, from))}</p>}
    </div>
  )
}

function Availability({ preview, isFresh }: Outlook): VNode {
  const { words, say } = useSpeech()
  const best = preview?.best
  return (
    <div class="availability">
      {preview && <HostMeter free={preview.free} of={preview.of} />}
      <p role="status" class={preview && preview.free === 0 ? 'is-none' : undefined}>
        {preview === undefined
          ? !isFresh && words.book.looking
          : preview.of === 0
            ? words.book.noHosts
            : preview.dates.length > 1
              ? words.book.freeForAll(preview.free, preview.of, preview.dates.length)
              : words.book.free(preview.free, preview.of)}
      </p>
      {best && (
        <p class="best">
          <span class="name">{words.book.host(best.host.name)}</span> <span class="hint">{say(best.choice)}</span>
        </p>
      )}
      {best?.needsApproval && <Notice kind="note">{words.book.approval}</Notice>}
      {preview && preview.refused.length > 0 && (
        <details>
          <summary>{preview.free === 0 ? words.book.whyNone : words.book.whyNot}</summary>
          <ul class="why-not">
            {preview.refused.map(({ host, why }) => (
              <li key={host.id}>
                <span class="name">{host.name}</span>: {say(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Notes({ preview }: { readonly preview: BookingPreviewView }): VNode | null {
  const { say } = useSpeech()
  if (preview.notes.length === 0) return null
  return (
    <Notice kind="note">
      <ul>
        {preview.notes.map((note) => (
          <li key={note.code}>{say(note)}</li>
        ))}
      </ul>
    </Notice>
  )
}
