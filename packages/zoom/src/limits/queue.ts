/** One call that waits for its turn. */
export interface Waiter<Call> {
  readonly call: Call
  readonly lane: Lane<Call>
  /** It went, or was given up. */
  isGone: boolean
}

/** The calls of one host in one group, first come first served. */
export interface Lane<Call> {
  readonly host: string | undefined
  readonly waiters: Waiter<Call>[]
  /** Until then nothing of this lane can go: the day of its host is used up. */
  asleepUntil: number
}

/** Calls of one operation and rank: they need the same places of the account. Its hosts take turns. */
export interface Group<Call> {
  readonly key: string
  readonly rank: number
  /** Lanes that may go, the next one first. */
  awake: Lane<Call>[]
  asleep: Lane<Call>[]
  waiting: number
  /** When one of its calls went last, as a number that grows. */
  servedAt: number
  /** How many calls of higher rank went before it while it waited. */
  overtaken: number
}

export interface Queue<Call> {
  waiting(): number
  groups(): Iterable<Group<Call>>
  add(key: string, host: string | undefined, rank: number, call: Call): Waiter<Call>
  giveUp(group: Group<Call>, waiter: Waiter<Call>): void
  groupOf(key: string, rank: number): Group<Call>
  /** Lets a lane sleep. */
  sleep(group: Group<Call>, lane: Lane<Call>, until: number): void
  /** When the first of the sleeping lanes wakes; `Infinity` where none sleeps. */
  wakesAt(): number
  /** Wakes the lanes whose time has come. */
  wake(now: number): void
  /** Wakes the lanes of which nobody knew the time: a call has ended. */
  wakeUnknown(): void
  /** The groups in the order in which they are to be asked. */
  inOrder(): Group<Call>[]
  /** The first call of a lane has gone. */
  served(group: Group<Call>, lane: Lane<Call>, competes: (other: Group<Call>) => boolean): void
}

/** After so many calls of higher rank went before it a group is asked first: it waits, but never for ever. */
export const mostOvertakings = 9

/** Calls that wait: by rank, operations that take turns, in each of them hosts that take turns, in each of them by age. */
export function createQueue<Call>(): Queue<Call> {
  const groups = new Map<string, Group<Call>>()
  const laneOf = new Map<string, Lane<Call>>()
  let turns = 0
  let waiting = 0

  const groupOf = (key: string, rank: number): Group<Call> => {
    const name = `${rank} ${key}`
    let group = groups.get(name)
    if (group === undefined) {
      group = { key, rank, awake: [], asleep: [], waiting: 0, servedAt: 0, overtaken: 0 }
      groups.set(name, group)
    }
    return group
  }
  const laneName = (group: Group<Call>, host: string | undefined) => `${group.rank} ${group.key} ${host ?? ''}`
  const leave = (group: Group<Call>) => {
    group.waiting--
    waiting--
    if (group.waiting === 0) group.overtaken = 0
  }
  const drop = (group: Group<Call>, lane: Lane<Call>) => {
    group.awake = group.awake.filter((one) => one !== lane)
    group.asleep = group.asleep.filter((one) => one !== lane)
    laneOf.delete(laneName(group, lane.host))
  }
  const wakeWhere = (isDue: (lane: Lane<Call>) => boolean) => {
    for (const group of groups.values()) {
      if (!group.asleep.some(isDue)) continue
      group.awake.push(...group.asleep.filter(isDue))
      group.asleep = group.asleep.filter((lane) => !isDue(lane))
    }
  }

  return {
    waiting: () => waiting,
    groups: () => groups.values(),
    groupOf,
    add(key, host, rank, call) {
      const group = groupOf(key, rank)
      const name = laneName(group, host)
      let lane = laneOf.get(name)
      if (lane === undefined) {
        lane = { host, waiters: [], asleepUntil: 0 }
        laneOf.set(name, lane)
        group.awake.push(lane)
      }
      const waiter: Waiter<Call> = { call, lane, isGone: false }
      lane.waiters.push(waiter)
      group.waiting++
      waiting++
      return waiter
    },
    giveUp(group, waiter) {
      if (waiter.isGone) return
      waiter.isGone = true
      const { lane } = waiter
      lane.waiters.splice(lane.waiters.indexOf(waiter), 1)
      if (lane.waiters.length === 0) drop(group, lane)
      leave(group)
    },
    sleep(group, lane, until) {
      if (!group.awake.includes(lane)) return
      lane.asleepUntil = until
      group.awake = group.awake.filter((one) => one !== lane)
      group.asleep.push(lane)
    },
    wakesAt() {
      let at = Number.POSITIVE_INFINITY
      for (const { asleep } of groups.values()) for (const lane of asleep) at = Math.min(at, lane.asleepUntil)
      return at
    },
    wake: (now) => wakeWhere(({ asleepUntil }) => asleepUntil <= now),
    wakeUnknown: () => wakeWhere(({ asleepUntil }) => asleepUntil === Number.POSITIVE_INFINITY),
    inOrder() {
      const isOverdue = (group: Group<Call>) => (group.overtaken >= mostOvertakings ? 0 : 1)
      return [...groups.values()]
        .filter((group) => group.waiting > 0)
        .sort((a, b) => isOverdue(a) - isOverdue(b) || a.rank - b.rank || a.servedAt - b.servedAt)
    },
    served(group, lane, competes) {
      group.servedAt = ++turns
      group.overtaken = 0
      for (const other of groups.values())
        if (other.rank > group.rank && other.waiting > 0 && competes(other)) other.overtaken++
      const waiter = lane.waiters.shift()
      if (waiter !== undefined) waiter.isGone = true
      leave(group)
      if (lane.waiters.length === 0) return drop(group, lane)
      // The lane was the first, or near it: the others of the group come before it now.
      group.awake.splice(group.awake.indexOf(lane), 1)
      group.awake.push(lane)
    },
  }
}
