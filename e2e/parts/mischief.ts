/** What goes wrong while bookings are made, for as long as it lasts: at Zoom, to workers, and to their connections. */
import type { FaultInput, JournalRecord, OperationReply, RunningEmulator } from '@convene/zoom-emulator'
import type { Chance } from '../../simulation/chance.ts'
import type { Crew } from './crew.ts'
import type { SeenRow, SharedJournal } from './shared-journal.ts'

const create = 'POST /users/{userId}/meetings'
const change = 'PATCH /meetings/{meetingId}'
const remove = 'DELETE /meetings/{meetingId}'
const list = 'GET /users/{userId}/meetings'
const read = 'GET /meetings/{meetingId}'

/** How a call goes wrong, and how often. `slow` ones leave time to kill whoever waits for them. */
const faults: readonly (FaultInput & { readonly id: string })[] = [
  { id: 'create: cut before', operation: create, cut: true, chance: 0.04 },
  { id: 'create: cut after', operation: create, cut: true, effect: 'done', chance: 0.05 },
  { id: 'create: cut in the answer', operation: create, cut: 40, chance: 0.03 },
  { id: 'create: 503 before', operation: create, status: 503, chance: 0.02 },
  { id: 'create: 500 after', operation: create, status: 500, effect: 'done', chance: 0.03 },
  { id: 'create: late', operation: create, cut: true, effect: 'late', late_ms: 1_000, chance: 0.04 },
  {
    id: 'create: later than anybody waits',
    operation: create,
    cut: true,
    effect: 'late',
    late_ms: 4_500,
    chance: 0.03,
  },
  { id: 'create: missing in lists', operation: create, list_lag_ms: 700, cut: 0, chance: 0.03 },
  { id: 'create: slow', operation: create, delay_ms: 120, chance: 0.15 },
  { id: 'change: cut before', operation: change, cut: true, chance: 0.05 },
  { id: 'change: cut after', operation: change, cut: true, effect: 'done', chance: 0.05 },
  { id: 'change: late', operation: change, cut: true, effect: 'late', late_ms: 800, chance: 0.05 },
  { id: 'change: slow', operation: change, delay_ms: 120, chance: 0.1 },
  { id: 'delete: cut after', operation: remove, cut: true, effect: 'done', chance: 0.1 },
  { id: 'delete: slow', operation: remove, delay_ms: 120, chance: 0.1 },
  { id: 'list: 503', operation: list, status: 503, chance: 0.05 },
  { id: 'list: cut in the answer', operation: list, cut: 300, chance: 0.05 },
  { id: 'read: 502', operation: read, status: 502, chance: 0.04 },
]

const isSlow = (fault: string | undefined) => fault?.endsWith('slow') === true

/** Of so many calls that Zoom has done, the worker of one is killed before its answer has left. */
const killedOnceIn: Readonly<Record<string, number>> = { [create]: 24, [change]: 24, [remove]: 12, [read]: 60 }

export interface MischiefParts {
  readonly emulator: RunningEmulator
  readonly shared: SharedJournal
  readonly crew: Crew
  readonly chance: Chance
  /** How long a worker is stopped at least: until others may take what it has. */
  readonly leaseMs: number
  /** How much more often than usual things happen: where there are few bookings. */
  readonly often: number
}

/** How often each thing happened. */
export type Tally = Map<string, number>

export interface Mischief {
  readonly tally: Tally
  /** Zoom has done what it was asked for, and nobody has heard of it. */
  replied(reply: OperationReply): void
  /** These rows of the journal have changed since the last look. */
  saw(changed: readonly SeenRow[]): Promise<void>
  /** From now on everything works. Gives the ids of the copies that people made. */
  end(): Promise<readonly number[]>
}

/** Begins; what is seen is handed in, and what it makes of it happens at that moment. */
export function beginMischief({ emulator, shared, crew, chance, leaseMs, often }: MischiefParts): Mischief {
  const tally: Tally = new Map()
  const count = (what: string) => void tally.set(what, (tally.get(what) ?? 0) + 1)
  const { control } = emulator
  let isOver = false
  const copies: number[] = []
  let slowBefore = 0
  let stoppedUntil = 0
  let acting = Promise.resolve()
  for (const [seed, fault] of faults.entries()) control.faults.add({ ...fault, seed })

  const running = (isMeant: (call: JournalRecord) => boolean) =>
    control.journal.list().filter((call) => call.duration_ms === undefined && isMeant(call))

  /** Calls that have met a slow Zoom since the last look. */
  const newlyWaiting = () => {
    const slow = control.faults.list().reduce((sum, { id, struck }) => sum + (isSlow(id) ? struck : 0), 0)
    const fresh = slow - slowBefore
    slowBefore = slow
    return fresh === 0 ? [] : running(({ fault }) => isSlow(fault)).slice(-fresh)
  }

  const turns = new Map<string, number>()
  /** True once in so many times that it is asked for the same thing. */
  const isTurn = (what: string, onceIn = Number.POSITIVE_INFINITY) => {
    const turn = (turns.get(what) ?? 0) + 1
    turns.set(what, turn)
    return turn % Math.ceil(onceIn / often) === 0
  }

  const kill = (name: string | undefined, when: string) => {
    if (name === undefined || !crew.names.includes(name)) return
    crew.kill(name)
    count(when)
  }

  /** A person duplicates a meeting of ours, and with it the mark in its agenda. */
  const copy = async (key: string) => {
    const id = (await shared.journal.find(key))?.published?.id
    // It may have been deleted a moment ago.
    const isThere = id !== undefined && (await emulator.fetch(`/j/${id}`)).status === 200
    if (!isThere) return
    copies.push(control.portal.duplicate(id))
    count('copied by a person')
  }

  const act = async (changed: readonly SeenRow[]) => {
    for (const { client_id, operation } of newlyWaiting())
      if (isTurn('waiting', 5)) kill(client_id, `killed while it waited for ${operation}`)
    for (const { key, state } of changed) {
      if (state === 'published' && isTurn('copy', 20)) await copy(key)
      const name = chance.pick(crew.names as [string, ...string[]])
      if (state === 'sent' && isTurn('sent', 40)) kill(name, 'killed when a row said sent')
      else if (state === 'published' && isTurn('published', 60)) kill(name, 'killed when a row said published')
      else if (Date.now() >= stoppedUntil && isTurn('stop', 40)) {
        // Longer than its lease: others take over what it has, and then it goes on with it.
        const ms = leaseMs + chance.between(200, 1_200)
        stoppedUntil = Date.now() + ms
        crew.stop(name, ms)
        count('stopped for longer than its lease')
      } else if (shared.endConnections && isTurn('end', 60)) {
        const whose = chance.hit(0.2) ? 'caller' : name
        if ((await shared.endConnections(whose)) > 0) count(`connections of a ${whose.replace(/-\d+/, '')} ended`)
      }
    }
  }

  return {
    tally,
    replied({ operation }: OperationReply) {
      if (isOver || !isTurn(operation, killedOnceIn[operation])) return
      const call = running((one) => one.operation === operation).at(-1)
      kill(call?.client_id, `killed before the answer of ${operation}`)
    },
    async saw(changed) {
      if (isOver) return
      acting = act(changed)
      await acting
    },
    async end() {
      isOver = true
      // What has begun is known to its end.
      await acting.catch(() => {})
      for (const { id, struck } of control.faults.list()) if (struck > 0) tally.set(id, struck)
      control.faults.clear()
      return copies
    },
  }
}
