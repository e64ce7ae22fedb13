import type { AlternativesView, BookingPreviewView, OtherTimes } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { instantOf } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { type Draft, exceptionInput, withException, withOtherTimes } from './draft.ts'

export interface AlternativesProps {
  readonly alternatives: AlternativesView
  readonly preview: BookingPreviewView | undefined
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** What can be had instead, each by one click: some dates moved or left out, or another start for all. */
export function Alternatives({ alternatives, preview, draft, onChange }: AlternativesProps): VNode {
  const { words, format } = useSpeech()
  const { starts, moves } = alternatives
  const sayStart = ({ start }: OtherTimes): string =>
    format.moment(instantOf(start, draft.timeZone) ?? 0, draft.timeZone)
  return (
    <div class="instead">
      {moves && moves.takenOn.length > 0 && (
        <TakenDates
          moves={moves}
          of={preview?.dates.length ?? moves.takenOn.length}
          draft={draft}
          onChange={onChange}
        />
      )}
      {starts.length > 0 && (
        <div>
          <h3>{draft.recurrence ? words.book.otherTimesSeries : words.book.otherTimes}</h3>
          <ul class="choices">
            {starts.map((times) => (
              <li key={times.start}>
                <Button class="button-small" onClick={() => onChange(withOtherTimes(draft, times))}>
                  {words.book.take(sayStart(times))}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

interface TakenDatesProps {
  readonly moves: NonNullable<AlternativesView['moves']>
  readonly of: number
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** The dates of a series on which the best host is taken. */
function TakenDates({ moves, of, draft, onChange }: TakenDatesProps): VNode {
  const { words, format } = useSpeech()
  const { takenOn, nearest, host } = moves
  const leaveOut = (dates: readonly string[]): void =>
    onChange(dates.reduce((before, date) => withException(before, date, { date }), draft))
  const moveAll = (): void =>
    onChange(nearest.reduce((before, one) => withException(before, one.date, exceptionInput(one)), draft))
  return (
    <div>
      <h3>{words.book.conflicts(takenOn.length, of)}</h3>
      <p class="hint">{words.book.onHost(host.name)}</p>
      <ul class="taken">
        {takenOn.map((date) => {
          const day = format.shortDay(`${date}T00:00:00Z`, 'UTC')
          const instead = nearest.find((one) => one.date === date)
          const at = instead?.start == null ? undefined : instantOf(instead.start, draft.timeZone)
          const time = at === undefined ? '' : format.time(at, draft.timeZone)
          return (
            <li key={date}>
              <span class="taken-day">
                {day} <span class="tag tag-taken">{words.book.dateTaken}</span>
              </span>
              <span class="choices">
                {instead && at !== undefined && (
                  <Button
                    class="button-small"
                    label={words.book.moveDateTo(day, time)}
                    onClick={() => onChange(withException(draft, date, exceptionInput(instead)))}
                  >
                    {words.book.moveTo(time)}
                  </Button>
                )}
                <Button class="button-small" label={words.book.leaveOutDate(day)} onClick={() => leaveOut([date])}>
                  {words.book.leaveOut}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {takenOn.length > 1 && (
        <div class="choices">
          {nearest.length === takenOn.length && (
            <Button class="button-small" onClick={moveAll}>
              {words.book.moveAll(nearest.length)}
            </Button>
          )}
          <Button class="button-small" onClick={() => leaveOut(takenOn)}>
            {words.book.leaveOutAll(takenOn.length)}
          </Button>
        </div>
      )}
    </div>
  )
}
