import type { ChangePreviewView, DateView, Nearest } from '@convene/booking/contract'
import type { ComponentChildren, VNode } from 'preact'
import { useSpeech } from '../words/words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

export interface ChangeOutcomeProps {
  readonly preview: ChangePreviewView
  /** The zone of the booking; its wall times are in it. */
  readonly timeZone: string
  /** Its dates as they are: of a series those are shown that change, or come to it. Without them all are. */
  readonly before?: readonly DateView[] | undefined
  /** Takes over a start (`2026-12-20T18:00`) or a length that would pass; without it none is offered. */
  readonly onTake?: ((times: { readonly start?: string; readonly minutes?: number }) => void) | undefined
}

/** Whether the desk would make this change. */
export function isPossible({ host, refusals }: ChangePreviewView): boolean {
  return host !== null && refusals.length === 0
}

/** Creations and changes that Zoom takes of a host a day (docs/zoom-facts.md §3.2). */
const mostADay = 100

/** What a change makes of a booking, at the desk and at Zoom, before it is made. */
export function ChangeOutcome({ preview, timeZone, before, onTake }: ChangeOutcomeProps): VNode {
  const { words, say } = useSpeech()
  const { change } = words
  const { dates, host, link, costs, rest, notes, refusals } = preview
  const changed = dates.filter((one) => !before?.some((old) => isSame(old, one)))
  return (
    <div class="outcome" aria-live="polite">
      {refusals.map(({ rule, says, nearest }) => (
        <Notice key={rule} kind="error">
          <p>{say(says)}</p>
          {nearest && onTake && <TakeNearest nearest={nearest} timeZone={timeZone} onTake={onTake} />}
        </Notice>
      ))}
      {host === null && <NoHost preview={preview} onTake={onTake} timeZone={timeZone} />}
      {host !== null && (
        <dl class="facts">
          <Fact name={change.dates}>
            {changed.length === 0 ? change.datesStay : <Dates dates={changed} timeZone={timeZone} />}
          </Fact>
          <Fact name={change.host}>
            <span class="name">{host.name}</span>
          </Fact>
          {link !== null && <Fact name={change.link}>{link === 'stays' ? change.linkStays : change.linkNew}</Fact>}
          <Fact name={change.cost}>
            {costs.map(({ hostId, calls, spent }) => {
              const name = hostId === host.id ? host.name : hostId === rest?.host?.id ? rest.host.name : hostId
              return (
                <p key={hostId}>
                  {calls === 0 ? change.costNothing(name) : change.costOf(name, calls, spent, mostADay)}
                </p>
              )
            })}
          </Fact>
        </dl>
      )}
      {rest && (
        <div>
          <p>{rest.host === null ? change.restNoHost : change.rest(rest.host.name)}</p>
          <Dates dates={rest.dates} timeZone={timeZone} />
        </div>
      )}
      {preview.needsApproval && <Notice kind="note">{change.approval}</Notice>}
      {notes.length > 0 && (
        <Notice kind="note">
          {notes.map((note) => (
            <p key={note.code}>{say(note)}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

function isSame(one: DateView, other: DateView): boolean {
  return one.startsAt === other.startsAt && one.endsAt === other.endsAt
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const shownDates = 4

function Dates({ dates, timeZone }: { readonly dates: readonly DateView[]; readonly timeZone: string }): VNode {
  const { words, format } = useSpeech()
  const first = dates[0]
  return (
    <ul>
      {dates.slice(0, shownDates).map(({ date, startsAt, endsAt }) => (
        <li key={date}>
          {format.shortDay(startsAt, timeZone)}, {format.hours(startsAt, endsAt, timeZone)}
        </li>
      ))}
      {dates.length > shownDates && <li class="hint">{words.change.moreDates(dates.length - shownDates)}</li>}
      {first && timeZone !== format.timeZone && <li class="hint">{format.zone(timeZone, first.startsAt)}</li>}
    </ul>
  )
}

function NoHost({ preview, timeZone, onTake }: ChangeOutcomeProps): VNode {
  const { words, format, say } = useSpeech()
  const { change } = words
  return (
    <Notice kind="error" title={change.noHost}>
      <ul>
        {preview.refused.map(({ host, why }) => (
          <li key={host.id}>
            <strong class="name">{host.name}</strong>: {say(why)}
          </li>
        ))}
      </ul>
      {onTake && preview.alternatives !== null && preview.alternatives.starts.length > 0 && (
        <div class="actions">
          {preview.alternatives.starts.map(({ start }) => (
            <Button key={start} onClick={() => onTake({ start })}>
              {change.useStart(format.moment(`${start}:00Z`, 'UTC'))}
            </Button>
          ))}
          {timeZone !== format.timeZone && <span class="hint">{timeZone}</span>}
        </div>
      )}
    </Notice>
  )
}

interface TakeNearestProps {
  readonly nearest: Nearest
  readonly timeZone: string
  readonly onTake: NonNullable<ChangeOutcomeProps['onTake']>
}

function TakeNearest({ nearest, onTake }: TakeNearestProps): VNode | null {
  const { words, format } = useSpeech()
  if ('start' in nearest)
    return (
      <Button onClick={() => onTake({ start: nearest.start })}>
        {words.change.useStart(format.moment(`${nearest.start}:00Z`, 'UTC'))}
      </Button>
    )
  if ('minutes' in nearest)
    return (
      <Button onClick={() => onTake({ minutes: nearest.minutes })}>
        {words.change.useMinutes(format.minutes(nearest.minutes))}
      </Button>
    )
  return null
}
