import type { Fault, FaultInput } from '../../faults/fault.ts'
import { escapeHtml } from '../html.ts'
import { renderAction, renderConsole, renderRows, renderState } from './frame.ts'

/** What often goes wrong, to choose from. */
export const commonFaults: Readonly<
  Record<string, { readonly label: string; readonly fault: Omit<FaultInput, 'operation'> }>
> = {
  lost_answer: { label: 'takes place, but its answer is lost', fault: { cut: true, effect: 'done' } },
  cut: { label: 'is cut before anything happens', fault: { cut: true, effect: 'none' } },
  error: {
    label: 'fails with 500',
    fault: { status: 500, body: { code: 500, message: 'Internal server error.' } },
  },
  limit: {
    label: 'is refused with 429, try again after 2 seconds',
    fault: {
      status: 429,
      headers: { 'retry-after': '2' },
      body: { code: 429, message: 'You have reached the maximum per-second rate limit for this API. Try again later.' },
    },
  },
  slow: { label: 'is answered 5 seconds later', fault: { delay_ms: 5_000 } },
  late: {
    label: 'fails with 500 and takes place 10 seconds later',
    fault: { status: 500, effect: 'late', late_ms: 10_000 },
  },
  malformed: { label: 'is answered with half a body', fault: { malformed: true } },
  list_lag: { label: 'makes what is missing from lists for 10 seconds', fault: { list_lag_ms: 10_000 } },
}

export interface FaultsView {
  readonly faults: readonly Fault[]
  readonly done?: string | undefined
  readonly problem?: string | undefined
  /** What was typed and could not be taken. */
  readonly typed?: { readonly operation: string; readonly count: string; readonly kind: string }
}

const path = '/console/faults'

/** The rules for what shall go wrong, and a form for one more. */
export function renderFaults({ faults, done, problem, typed }: FaultsView): string {
  const { operation, count, kind } = typed ?? {
    operation: 'POST /users/{userId}/meetings',
    count: '1',
    kind: 'lost_answer',
  }
  const options = Object.entries(commonFaults).map(
    ([name, { label }]) => `<option value="${name}"${name === kind ? ' selected' : ''}>${escapeHtml(label)}</option>`,
  )
  const wrong = problem === undefined ? '' : ' aria-invalid="true"'
  return renderConsole({
    path,
    title: 'Faults',
    done,
    problem,
    main: `<h2>In force</h2>
${renderRows('faults', faults.map(renderFault), 'No fault: every call is answered as Zoom would.')}
<h2>Add one</h2>
<form method="post" action="${path}">
<input type="hidden" name="do" value="add">
<label for="operation">A call of</label>
<input id="operation" name="operation" value="${escapeHtml(operation)}" autocomplete="off" aria-describedby="operation-hint" required${wrong}>
<p id="operation-hint" class="quiet">An operation, a pattern such as GET /meetings/*, a label such as heavy, or * for all</p>
<label for="kind">What happens to it</label>
<select id="kind" name="kind">${options.join('')}</select>
<label for="count">How often (nothing: always)</label>
<input id="count" name="count" value="${escapeHtml(count)}" inputmode="numeric" autocomplete="off">
<p><button class="main">Add the fault</button></p>
</form>`,
  })
}

function renderFault({ id, operation, matched, struck, ...rest }: Fault): string {
  const about = Object.entries(rest)
    .filter(([name, value]) => value !== undefined && name !== 'body' && name !== 'headers')
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const isOver = rest.count !== undefined && struck >= rest.count
  return `<li id="fault-${escapeHtml(id)}">
<p><strong>${escapeHtml(operation)}</strong> ${renderState(isOver ? 'over' : 'in force', isOver ? 'plain' : 'bad')}</p>
<p class="quiet">${escapeHtml([id, ...about].join(', '))}; calls met ${matched}, struck ${struck}</p>
${renderAction(path, { do: 'remove', id }, 'Remove', `${id}, ${operation}`)}
</li>`
}
