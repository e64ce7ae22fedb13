import type { Context } from 'hono'
import type { HonoBase } from 'hono/hono-base'
import type { JournalEntry } from '../journal/journal.ts'
import type { Caller } from './env.ts'

/** What Hono knows of a request. Apart from the rest, so that no public declaration needs Hono's. */
export interface Env {
  Bindings: {
    /** Given for every path of `/v2`. */
    caller: Caller
    /** The request's line in the journal. */
    entry: JournalEntry
    /** Headers of its answer, whatever that will be. */
    headers: Record<string, string>
  }
}
export type Routes = HonoBase<Env>
/** A request as Hono's routes get it: those of pages and of control. */
export type PageCtx = Context<Env>
/** A request as every route gets it. Operations get no more: what Hono has beside that costs more than many an answer. */
export type Ctx = Pick<PageCtx, 'req' | 'env'>
