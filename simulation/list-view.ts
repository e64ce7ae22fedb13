import type { NetworkParts } from './network.ts'
import type { ZoomAnswer } from './zoom-answer.ts'
import type { ZoomRequest } from './zoom-request.ts'

/** What of Zoom's lists a caller gets to see. */
export interface ListView {
  /** The answer as the caller gets it; `mayFail`: what is made may lag, and lists may be torn. */
  seen(request: ZoomRequest, answer: ZoomAnswer, mayFail: boolean): ZoomAnswer
  /** Everything is shown from now on. */
  calm(): void
}

const longestLagMs = 40_000
/** How likely a row of a torn list is missing. */
const rowMissing = 0.4

interface ListBody {
  total_records: number
  meetings: readonly { readonly id: number }[]
}

export function createListView({ time, chance, model, figures, history, onHidden }: NetworkParts): ListView {
  /** Until when a meeting is missing from lists. */
  const hidden = new Map<number, number>()

  const filtered = (answer: ZoomAnswer, isShown: (id: number) => boolean, isCounted: boolean): ZoomAnswer => {
    const body = JSON.parse(answer.text) as ListBody
    const meetings = body.meetings.filter(({ id }) => isShown(id))
    if (meetings.length === body.meetings.length) return answer
    const total_records = isCounted ? body.total_records : body.total_records - body.meetings.length + meetings.length
    history.note('zoom', () => `leaves ${body.meetings.length - meetings.length} rows out of a list`)
    return { ...answer, text: JSON.stringify({ ...body, total_records, meetings }) }
  }

  return {
    seen(request, answer, mayFail) {
      const now = time.now()
      if (mayFail && request.kind === 'create' && answer.status === 201 && chance.hit(model.others.list_lag)) {
        const { id } = JSON.parse(answer.text) as { id: number }
        const until = now + chance.below(longestLagMs)
        hidden.set(id, until)
        onHidden(id, until)
        figures.met('list_lag')
      }
      if (!request.isList || answer.status !== 200) return answer
      const isTorn = mayFail && chance.hit(model.others.list_torn)
      if (isTorn) figures.met('list_torn')
      const whole = isTorn ? filtered(answer, () => !chance.hit(rowMissing), chance.hit(0.5)) : answer
      for (const [id, until] of hidden) if (until <= now) hidden.delete(id)
      return hidden.size === 0 ? whole : filtered(whole, (id) => !hidden.has(id), false)
    },
    calm: () => hidden.clear(),
  }
}
