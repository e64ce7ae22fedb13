/**
 * What goes wrong, and how often: the one table of the simulation, printed in docs/simulation.md (a test compares). Nobody knows
 * these figures of the real Zoom; they are chosen so that each fault is met thousands of times in a run.
 */
export type RequestKind = 'create' | 'write' | 'read' | 'token'

/** How often a request of a kind meets a fault, as a probability. */
export type Chances = Readonly<Record<RequestKind, number>>

export interface FaultRow {
  readonly says: string
  readonly chances: Chances
}

const row = (says: string, create: number, write: number, read: number, token: number): FaultRow => ({
  says,
  chances: { create, write, read, token },
})

export type RequestFault =
  | 'not_connected'
  | 'lost'
  | 'swallowed'
  | 'answer_lost'
  | 'answer_swallowed'
  | 'late'
  | 'error_before'
  | 'error_after'
  | 'limited_second'
  | 'limited_concurrent'
  | 'limited_account_day'
  | 'limited_host_day'
  | 'limited_host_day_bare'
  | 'cut'
  | 'malformed'
  | 'slow'
  | 'token_refused'

/** The faults of requests. Those of a create add up to 3 %. */
export const requestFaults: Readonly<Record<RequestFault, FaultRow>> = {
  not_connected: row('refused before a byte has left', 0.001, 0.001, 0.001, 0.001),
  lost: row('never reaches Zoom; the connection is reset', 0.003, 0.003, 0.003, 0.002),
  swallowed: row('never reaches Zoom; silence until the time limit', 0.002, 0.002, 0.001, 0.001),
  answer_lost: row('Zoom does it; the connection is reset', 0.003, 0.003, 0.002, 0.001),
  answer_swallowed: row('Zoom does it; silence until the time limit', 0.002, 0.002, 0.001, 0.001),
  late: row('reset, silence or 5xx; Zoom does it up to 90 s after the sending', 0.003, 0.002, 0, 0),
  error_before: row('5xx (JSON, HTML or empty); Zoom does nothing', 0.003, 0.003, 0.003, 0.002),
  error_after: row('5xx (JSON, HTML or empty); Zoom does it', 0.0025, 0.0025, 0, 0),
  limited_second: row('429, the limit of a second', 0.0025, 0.0025, 0.0025, 0.001),
  limited_concurrent: row('429, too many at the same time', 0.0015, 0.0015, 0.0005, 0),
  limited_account_day: row('429, the day of the account is used up', 0.00005, 0.00005, 0.00002, 0),
  limited_host_day: row('429, the day of the host is used up, with headers', 0.00015, 0.00015, 0, 0),
  limited_host_day_bare: row('429, the day of the host is used up, without headers', 0.00015, 0.00015, 0, 0),
  cut: row('Zoom does it; the connection is cut at some byte of the answer', 0.00215, 0.001, 0.002, 0.001),
  malformed: row('Zoom does it; the answer ends at some byte as if whole', 0.001, 0.0005, 0.001, 0.001),
  slow: row('Zoom does it; the answer takes 3 to 40 s', 0.002, 0.002, 0.002, 0.001),
  token_refused: row('401 for a token that is good', 0.001, 0.001, 0.001, 0),
}

export interface Rate {
  readonly says: string
  readonly chance: number
}

const rate = (says: string, chance: number): Rate => ({ says, chance })

export type OtherFault =
  | 'list_lag'
  | 'list_torn'
  | 'webhook_lost'
  | 'webhook_doubled'
  | 'webhook_late'
  | 'webhook_forged'
  | 'worker_killed'
  | 'worker_stalled'
  | 'journal_failed'
  | 'journal_answer_lost'
  | 'clock_far_off'

/** Everything else that goes wrong. */
export const otherFaults: Readonly<Record<OtherFault, Rate>> = {
  list_lag: rate('of the meetings made: missing from lists for up to 40 s', 0.03),
  list_torn: rate('of the lists read: some of the rows are missing', 0.01),
  webhook_lost: rate('of the webhooks: never come', 0.05),
  webhook_doubled: rate('of the webhooks: come twice', 0.05),
  webhook_late: rate('of the webhooks: come up to 10 minutes late, so in another order', 0.1),
  webhook_forged: rate('for each webhook: one more that says what is not so', 0.02),
  worker_killed: rate('at each step of a worker: it is killed, and started again 1 to 60 s later', 0.0004),
  worker_stalled: rate('at each step of a worker: it stands still for 5 to 150 s, and then goes on', 0.0002),
  journal_failed: rate('of the calls of the journal: an error, nothing was written', 0.0005),
  journal_answer_lost: rate('of the calls of the journal: an error, though it was written', 0.0005),
  clock_far_off: rate('of the clocks of workers: up to 30 s off; the others up to 2 s; all drift by up to 0.01 %', 0.1),
}

export type PeopleRate =
  | 'duplicated'
  | 'edited'
  | 'deleted'
  | 'look_alike'
  | 'forged_marker'
  | 'copied_marker'
  | 'asked_again'
  | 'asked_other'
  | 'changed'
  | 'host_changed'
  | 'cancelled'
  | 'restored'
  | 'forgotten'

/** What people do, for each booking. */
export const peopleRates: Readonly<Record<PeopleRate, Rate>> = {
  duplicated: rate('somebody duplicates the meeting in the portal, marker included', 0.03),
  edited: rate('somebody edits the meeting in the portal', 0.02),
  deleted: rate('somebody deletes the meeting in the portal; every third is recovered later', 0.02),
  look_alike: rate('a meeting with the same topic, start and length on the same host', 0.03),
  forged_marker: rate('the same, with a marker whose MAC is wrong', 0.02),
  copied_marker: rate('the same, with the marker of another booking', 0.02),
  asked_again: rate('the caller asks again with the same key', 0.1),
  asked_other: rate('the caller asks again with the same key and another body', 0.03),
  changed: rate('the caller changes topic, start or length', 0.12),
  host_changed: rate('the caller changes the host', 0.03),
  cancelled: rate('the caller cancels', 0.1),
  restored: rate('the caller sets back what somebody may have edited', 0.2),
  forgotten: rate('the caller forgets the meeting up to ten minutes after it has cancelled, if it has', 0.5),
}

/** How often each thing happens in a world: the table above, or another one for a look at one thing. */
export interface FaultModel {
  readonly requests: Readonly<Record<RequestFault, Chances>>
  readonly others: Readonly<Record<OtherFault, number>>
  readonly people: Readonly<Record<PeopleRate, number>>
}

const amountsOf = <Key extends string, Row, Value>(
  rows: Readonly<Record<Key, Row>>,
  amountOf: (row: Row) => Value,
): Readonly<Record<Key, Value>> =>
  Object.fromEntries(Object.entries(rows).map(([key, one]) => [key, amountOf(one as Row)])) as Record<Key, Value>

/** Every fault on, as the table says. */
export const everyFault: FaultModel = {
  requests: amountsOf(requestFaults, (one: FaultRow) => one.chances),
  others: amountsOf(otherFaults, (one: Rate) => one.chance),
  people: amountsOf(peopleRates, (one: Rate) => one.chance),
}

/** Nothing goes wrong, and nobody interferes. */
export const noFaults: FaultModel = {
  requests: amountsOf(requestFaults, () => ({ create: 0, write: 0, read: 0, token: 0 })),
  others: amountsOf(otherFaults, () => 0),
  people: amountsOf(peopleRates, () => 0),
}

/** Nothing but this goes wrong. */
export function changedModel(changes: {
  readonly create?: Partial<Record<RequestFault, number>>
  readonly others?: Partial<Record<OtherFault, number>>
  readonly people?: Partial<Record<PeopleRate, number>>
}): FaultModel {
  const creates = Object.entries(changes.create ?? {}).map(([fault, create]) => [
    fault,
    { ...noFaults.requests.lost, create },
  ])
  return {
    requests: { ...noFaults.requests, ...Object.fromEntries(creates) },
    others: { ...noFaults.others, ...changes.others },
    people: { ...noFaults.people, ...changes.people },
  }
}
