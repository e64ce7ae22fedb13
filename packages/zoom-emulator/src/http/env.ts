import type { Clock } from '../domain/clock.ts'
import type { Account, App, User } from '../domain/entities.ts'
import type { Events } from '../domain/events.ts'
import type { Ids } from '../domain/ids.ts'
import type { Limits } from '../domain/limits/limits.ts'
import type { ListLag } from '../domain/list-lag.ts'
import type { Switches } from '../domain/switches.ts'
import type { Timers } from '../domain/timers.ts'
import type { Faults } from '../faults/faults.ts'
import type { Journal } from '../journal/journal.ts'
import type { Store } from '../storage/store.ts'
import type { WriteLocks } from './write-locks.ts'

/** Whoever sent a REST call, known from its token. */
export interface Caller {
  readonly account: Account
  readonly app: App
  /** The token's user; for Server-to-Server and JWT apps the account's owner. */
  readonly user: User
  readonly scopes: ReadonlySet<string>
  /** Account-wide (`:admin`) scopes, or only the user's own. */
  readonly accountWide: boolean
}

/** What a running emulator is made of; every route gets it. */
export interface Emulator {
  readonly store: Store
  readonly clock: Clock
  readonly timers: Timers
  readonly events: Events
  readonly ids: Ids
  readonly limits: Limits
  readonly journal: Journal
  readonly faults: Faults
  readonly listLag: ListLag
  readonly userLocks: WriteLocks
  readonly switches: Switches
  /** Where people reach it: `http://127.0.0.1:4747`, no slash at the end. Join and start links begin with it. */
  baseUrl(): string
}
