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
  }
}
export type Routes = HonoBase<Env>
export type Ctx = Context<Env>
