import { invalidParameter, missingField } from '../../domain/field-problem.ts'
import { parseDay } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'

/** Days in UTC, both included. */
export interface Period {
  /** `2026-11-01` */
  readonly from: string
  readonly to: string
  readonly startAt: number
  /** The first instant after it. */
  readonly endAt: number
}

const dayMs = 86_400_000
/** A report covers a month at most. */
const longestDays = 31

/** `from` and `to` of a report: both are needed, and lie a month apart at most; anything else is 400/300. */
export function readPeriod(context: Ctx): Period {
  const [from, to] = [readDay(context, 'from'), readDay(context, 'to')]
  if (to.startAt < from.startAt) throw validationFailed([invalidParameter('to')])
  if (to.startAt - from.startAt >= longestDays * dayMs)
    throw new ZoomApiError(400, 300, 'The date range of a report cannot be longer than one month.')
  return { from: from.text, to: to.text, startAt: from.startAt, endAt: to.startAt + dayMs }
}

function readDay(context: Ctx, name: string): { readonly text: string; readonly startAt: number } {
  const text = context.req.query(name)
  if (!text) throw validationFailed([missingField(name)])
  const day = parseDay(text, 'UTC')
  if (!day) throw validationFailed([invalidParameter(name)])
  return { text, startAt: day.startAt }
}

/** Whether an instant lies in a period. */
export function isWithin(at: number, { startAt, endAt }: Pick<Period, 'startAt' | 'endAt'>): boolean {
  return at >= startAt && at < endAt
}

/** Refuses an account on the free plan, which has no reports: 400/200. */
export function requireReports(context: Ctx, message = 'No permission.'): void {
  if (context.env.caller.account.plan === 'free') throw new ZoomApiError(400, 200, message)
}
