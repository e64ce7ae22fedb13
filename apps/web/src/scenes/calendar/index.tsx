import type { CalendarView as CalendarData } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { readCalendar } from '../../api/administration-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { adoptStyles } from '../../components/adopt-styles.ts'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useNow, useParts } from '../../parts.ts'
import { wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import agenda from './agenda.css' with { type: 'text' }
import blocks from './blocks.css' with { type: 'text' }
import calendar from './calendar.css' with { type: 'text' }
import { addressOf, type CalendarView, isSearched, stepped, viewFromQuery, weekOf } from './calendar-view.ts'
import { DayGrid } from './day-grid.tsx'
import { type DayLine, dayLine, extraHours, nextQuarter } from './day-line.ts'
import { DayList } from './day-list.tsx'
import { type BlockPiece, hostRows } from './host-rows.ts'
import { Legend } from './legend.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { createOpenTimes } from './open-times.ts'
import timetable from './timetable.css' with { type: 'text' }
import { Toolbar } from './toolbar.tsx'
import week from './week.css' with { type: 'text' }
import { weekDays } from './week-days.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekList } from './week-list.tsx'
import { calendarWords } from './words.ts'

adoptStyles(calendar + timetable + blocks + week + agenda)

export default function CalendarScene(): VNode {
  return (
    <calendarWords.With>
      <Calendar />
    </calendarWords.With>
  )
}

/** What is to be moved, and when to, where that is known already. */
interface Move {
  readonly piece: BlockPiece
  readonly startsAt: number | undefined
}

function Calendar(): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const { query, route } = useLocation()
  const { kept } = useParts()
  const now = useNow()
  const [move, setMove] = useState<Move | undefined>(undefined)
  const { timeZone } = format
  const today = wallAt(now, timeZone).slice(0, 10)
  const view = viewFromQuery(query, { day: today, form: usualForm(kept.here.get('calendar')) })
  useEffect(() => kept.here.set('calendar', view.form), [view.form, kept])

  const days = view.range === 'day' ? [view.day] : weekOf(view.day)
  const lines = useMemo(() => days.map((day) => dayLine(day, timeZone)), [days.join(), timeZone])
  const from = lines[0]?.from ?? now
  const to = lines.at(-1)?.to ?? now
  const whose = view.range === 'week' || view.whose === 'mine' ? 'mine' : 'all'
  const loaded = useAnswer(
    readCalendar(instantText(from), instantText(to), whose),
    ({ is }) => is === 'calendar_changed' || is === 'booking_changed',
  )
  const show = (next: CalendarView): void => route(addressOf(next), next.host !== view.host)
  const parts = {
    view,
    lines,
    now,
    onMove: (piece: BlockPiece, startsAt: number | undefined) => setMove({ piece, startsAt }),
    onStep: (step: 1 | -1) => show(stepped(view, step)),
  }

  return (
    <Scene
      title={words.title}
      class="calendar"
      actions={
        <ButtonLink kind="main" href="/book">
          {words.list.bookOne}
        </ButtonLink>
      }
    >
      <Toolbar view={view} today={today} onChange={show}>
        {view.range === 'day' ? format.day(from) : format.days(from, to - 1)}
      </Toolbar>
      <p class="hint calendar-zone">{words.zone(format.zone(timeZone, from))}</p>
      <ClockNotes lines={lines} />
      <FailureNotice failure={loaded.failure} />
      {loaded.value === undefined ? (
        loaded.isLoading && <Loading />
      ) : view.range === 'day' ? (
        <Day {...parts} data={loaded.value} onSearchAll={() => show({ ...view, host: '' })} />
      ) : (
        <Week {...parts} data={loaded.value} />
      )}
      {view.form === 'grid' && (
        <Legend keys={view.range === 'day' ? words.keys : words.weekKeys} isOwn={view.range === 'week'} />
      )}
      {move && (
        <MoveDialog
          {...move}
          onClose={() => setMove(undefined)}
          onMoved={() => {
            setMove(undefined)
            loaded.reload()
          }}
        />
      )}
    </Scene>
  )
}

interface PartProps {
  readonly view: CalendarView
  readonly lines: readonly DayLine[]
  readonly now: number
  readonly data: CalendarData
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
  readonly onStep: (step: 1 | -1) => void
}

function Day({
  view,
  lines,
  now,
  data,
  onSearchAll,
  ...then
}: PartProps & { readonly onSearchAll: () => void }): VNode {
  const words = calendarWords.use()
  const { language } = useSpeech()
  const line = lines[0] ?? dayLine(view.day, 'UTC')
  const earliest = nextQuarter(now)
  const rows = useMemo(() => {
    const byName = new Intl.Collator(language, { numeric: true })
    const hosts = data.hosts
      .filter(({ name }) => isSearched(name, view.host))
      .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || byName.compare(a.name, b.name))
    return hostRows({ hosts, blocks: data.blocks, day: line, earliest, openOf: createOpenTimes(line) })
  }, [data, line, view.host, earliest, language])
  if (data.hosts.length === 0) return <EmptyState title={words.filter.noHosts}>{words.filter.noHostsRemedy}</EmptyState>
  if (rows.length === 0)
    return (
      <EmptyState title={words.filter.noHost(view.host)}>
        <button type="button" class="button" onClick={onSearchAll}>
          {words.filter.clear}
        </button>
      </EmptyState>
    )
  const props = { line, rows, now, ...then }
  return view.form === 'grid' ? <DayGrid {...props} /> : <DayList {...props} />
}

function Week({ view, lines, now, data, onMove, onStep }: PartProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const days = useMemo(
    () =>
      weekDays(
        lines,
        data.blocks.filter(({ is }) => is === 'mine'),
        data.hosts,
      ),
    [lines, data, format.timeZone],
  )
  if (view.form === 'grid') return <WeekGrid days={days} now={now} onMove={onMove} onStep={onStep} />
  if (days.every(({ pieces }) => pieces.length === 0))
    return (
      <EmptyState title={words.list.nothingMine}>
        <ButtonLink href="/book">{words.list.bookOne}</ButtonLink>
      </EmptyState>
    )
  const hostName = (id: string): string | undefined => data.hosts.find((host) => host.id === id)?.name
  return <WeekList days={days} now={now} hostName={hostName} onMove={onMove} />
}

/** Days on which the clocks change are longer or shorter than others. */
function ClockNotes({ lines }: { readonly lines: readonly DayLine[] }): VNode | null {
  const { clocks } = calendarWords.use()
  const { format } = useSpeech()
  const changing = lines.filter((line) => extraHours(line) !== 0)
  if (changing.length === 0) return null
  return (
    <Notice kind="note">
      {changing.map((line) => {
        const hours = format.number(24 + extraHours(line))
        return (
          <p key={line.day}>
            {format.shortDay(line.from)}: {extraHours(line) > 0 ? clocks.longer(hours) : clocks.shorter(hours)}
          </p>
        )
      })}
    </Notice>
  )
}

/** What was chosen last; at first a list where a timetable has no room. */
function usualForm(keptForm: string | undefined): CalendarView['form'] {
  if (keptForm === 'grid' || keptForm === 'list') return keptForm
  return matchMedia('(width < 44rem)').matches ? 'list' : 'grid'
}

function instantText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
