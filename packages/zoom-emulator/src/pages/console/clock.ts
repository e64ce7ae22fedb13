import { escapeHtml } from '../html.ts'
import { renderAction, renderConsole, renderInstant, renderState } from './frame.ts'

export interface ClockView {
  readonly now: number
  readonly isFrozen: boolean
  readonly done?: string | undefined
  readonly problem?: string | undefined
  /** What was typed and could not be taken. */
  readonly typed?: string
}

const path = '/console/clock'
const steps = [
  ['1 minute', 60_000],
  ['5 minutes', 300_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
] as const

/** The time here, and how to move it. */
export function renderClock({ now, isFrozen, done, problem, typed = '' }: ClockView): string {
  const wrong = problem === undefined ? '' : ' aria-invalid="true"'
  return renderConsole({
    path,
    title: 'Clock',
    done,
    problem,
    main: `<div id="clock" data-live><p id="now">${renderInstant(now)} ${renderState(isFrozen ? 'frozen' : 'running', 'plain')}</p></div>
<div class="row">${
      isFrozen ? renderAction(path, { do: 'resume' }, 'Let it run') : renderAction(path, { do: 'freeze' }, 'Freeze')
    }</div>
<h2>Move it forward</h2>
<p>What becomes due on the way happens in order: webhooks that come again, tokens that end, meetings that are cut.</p>
<div class="row">${steps.map(([label, ms]) => renderAction(path, { do: 'advance', ms: String(ms) }, label)).join('')}</div>
<h2>Set and freeze it</h2>
<form method="post" action="${path}">
<input type="hidden" name="do" value="set">
<label for="at">Instant in UTC, such as 2026-12-17T10:00:00Z</label>
<input id="at" name="at" value="${escapeHtml(typed)}" autocomplete="off" required${wrong}>
<button>Set</button>
</form>
<h2>Begin again</h2>
<p>Forgets every meeting, subscription, delivery, fault and request, and begins with the seed of this start.</p>
<div class="row">${renderAction(path, { do: 'reset' }, 'Reset the emulator')}</div>`,
  })
}
