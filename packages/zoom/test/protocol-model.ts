import assert from 'node:assert/strict'
import {
  attemptLookedFor,
  attemptNotMade,
  attemptUnknown,
  beginAttempt,
  type MeetingRead,
  meetingSeen,
  publish,
  unpublishedGone,
  withSurplus,
} from '../src/ensure/attempts.ts'
import {
  beginChange,
  changeNotDone,
  changeTaken,
  changeUnknown,
  mayBeShown,
  publishedDeleted,
  publishedGone,
  publishedRead,
  readSooner,
} from '../src/ensure/changes.ts'
import { changedFields } from '../src/ensure/differences.ts'
import { nextStep, type Step } from '../src/ensure/next-step.ts'
import { hindered, unhindered } from '../src/ensure/obstacle.ts'
import type { Attempt, MeetingRecord } from '../src/ensure/record.ts'
import { settled } from '../src/ensure/settle.ts'
import { attemptWith, recordWith, now as startAt, times } from './records.ts'

/** How a request may end that changes something. */
export type Ending =
  | { readonly kind: 'yes' | 'no' | 'never' | 'lost' }
  /** It lands after so long, and the answer is lost; the sender may die, and may then come back with a yes. */
  | { readonly kind: 'lands'; readonly afterMs: number; readonly sender: 'lives' | 'dies' | 'returns' }

/** What may happen next. A worker does what is to be done, and this is how it ends; or somebody else does something. */
export type Happening =
  | { readonly what: 'work'; readonly ending: Ending; readonly list: 'whole' | 'torn' | 'late' | 'away' }
  | { readonly what: 'time'; readonly ms: number }
  | { readonly what: 'rename'; readonly topic: string }
  | { readonly what: 'move'; readonly host: string }
  | { readonly what: 'cancel' | 'sweep' | 'hint' | 'answer' | 'person deletes' }

interface ZoomMeeting {
  readonly id: number
  readonly host: string
  readonly attempt: number
  readonly fields: Record<string, unknown>
}

/**
 * One record and a Zoom without a network: the pure functions of the protocol are applied in the order in which the keeper
 * applies them, and Zoom keeps the truth. Requests and answers are lost, late and repeated as a test says.
 */
export class ProtocolModel {
  now: number = startAt
  record: MeetingRecord = settled(recordWith(), startAt, times)
  readonly meetings: Map<number, ZoomMeeting> = new Map()
  /** How many meetings each attempt has made. */
  readonly made: Map<number, number> = new Map()
  #landings: { readonly at: number; readonly land: () => void }[] = []
  /** A yes that a sender holds who has lost its claim. */
  readonly #answers: (() => MeetingRecord)[] = []
  #lastId = 100

  happen(happening: Happening): void {
    this.#write(this.#after(happening))
  }

  /** Time passes, and what is on its way lands. */
  advance(to: number): void {
    this.now = Math.max(this.now, to)
    const landed = this.#landings.filter(({ at }) => at <= this.now)
    this.#landings = this.#landings.filter(({ at }) => at > this.now)
    for (const { land } of landed) land()
  }

  /** Everything lands, every list is whole, Zoom says yes, and what is to be done is done; gives how many steps that took. */
  rest(): number {
    this.advance(this.now + times.watchMs)
    for (const answer of this.#answers.splice(0)) this.#write(answer())
    this.#write(this.#sweep())
    const usual = { what: 'work', ending: { kind: 'yes' }, list: 'whole' } as const
    for (let count = 0; ; count++) {
      const step = nextStep(this.record, this.now, times)
      if (step.do === 'nothing') return count
      assert.ok(count < 60, `endless: ${JSON.stringify(step)} of ${JSON.stringify(this.record, null, 1)}`)
      if (step.do === 'wait') this.advance(step.until)
      else this.happen(usual)
    }
  }

  #write(record: MeetingRecord): void {
    this.record = settled(record, this.now, times)
  }

  #after(happening: Happening): MeetingRecord {
    const { record } = this
    const { wanted, published } = record
    switch (happening.what) {
      case 'work':
        return this.#work(nextStep(record, this.now, times), happening)
      case 'time':
        this.advance(this.now + happening.ms)
        return this.record
      case 'rename':
        return this.#plan(wanted.host, { topic: happening.topic })
      case 'move':
        return this.#plan(happening.host, {})
      case 'cancel':
        if (wanted.meeting === undefined) return record
        return { ...unhindered(record), wanted: { ...wanted, revision: wanted.revision + 1, meeting: undefined } }
      case 'sweep':
        return this.#sweep()
      case 'hint':
        if (published === undefined || published.isGone) return record
        return readSooner(record, this.now)
      case 'answer':
        return this.#answers.shift()?.() ?? record
      case 'person deletes': {
        const [first] = this.meetings.keys()
        if (first !== undefined) this.meetings.delete(first)
        return record
      }
    }
  }

  #plan(host: string, change: Readonly<Record<string, unknown>>): MeetingRecord {
    const { wanted, published } = this.record
    if (wanted.meeting === undefined || published?.isGone) return this.record
    const meeting = { ...wanted.meeting, fields: { ...wanted.meeting.fields, ...change } }
    return { ...unhindered(this.record), wanted: { revision: wanted.revision + 1, host, meeting } }
  }

  #work(step: Step, { ending, list }: Extract<Happening, { what: 'work' }>): MeetingRecord {
    switch (step.do) {
      case 'wait':
        this.advance(step.until)
        return this.record
      case 'nothing':
        return this.record
      case 'create':
        return this.#create(step.attempt, ending)
      case 'look':
        return list === 'away' ? this.#away() : this.#look(step.attempt, list)
      case 'publish':
        return list === 'away' ? this.#away() : this.#publish(step.attempt, step.meetingId, list)
      case 'change':
        return this.#change(ending)
      case 'verify':
        return list === 'away' ? this.#away() : this.#verify()
      case 'delete':
        return this.#delete(ending)
      case 'remove':
        return this.#remove(step.meetingId, ending)
      case 'dates':
        throw new Error('No series here.')
    }
  }

  #create(number: number, ending: Ending): MeetingRecord {
    const { host, revision, meeting } = this.record.wanted
    if (meeting === undefined) throw new Error('A create without a meeting.')
    const sentAt = this.now
    const giveUpAt = sentAt + times.sendLimitMs
    const attempt = attemptWith({ number, host, revision, sent: meeting, sentAt, giveUpAt })
    this.#write(beginAttempt(this.record, attempt))
    const make = () => {
      const id = ++this.#lastId
      this.meetings.set(id, { id, host, attempt: number, fields: { ...meeting.fields } })
      this.made.set(number, (this.made.get(number) ?? 0) + 1)
      return id
    }
    switch (ending.kind) {
      case 'yes':
        return publish(this.record, attempt, this.#read(make()), this.now)
      case 'no':
      case 'never':
        return attemptNotMade(this.record, number, refusal(ending.kind), this.now)
      case 'lost':
        return attemptUnknown(this.record, number)
      case 'lands':
        this.#land(ending.afterMs, () => {
          const id = make()
          if (ending.sender === 'returns') this.#answers.push(() => this.#seen(this.record, id, number, true))
        })
        return ending.sender === 'lives' ? attemptUnknown(this.record, number) : this.record
    }
  }

  #look({ number, host }: Attempt, list: 'whole' | 'torn' | 'late'): MeetingRecord {
    const found = list === 'late' ? [] : this.#foundAt(host)
    const look = { found: list === 'torn' ? found.slice(1) : found, equal: [], isWhole: list !== 'torn' }
    return attemptLookedFor(this.record, number, look, this.now, times)
  }

  /** What the host's list shows of attempts of which nobody knows yet what they have made, the oldest first. */
  #foundAt(host: string): { id: number; attempt: number }[] {
    const awaited = this.record.attempts.filter(
      ({ outcome, meetingId }) => outcome !== 'not_made' && meetingId === undefined,
    )
    return [...this.meetings.values()]
      .filter((one) => one.host === host && awaited.some(({ number }) => number === one.attempt))
      .map(({ id, attempt }) => ({ id, attempt }))
  }

  #sweep(): MeetingRecord {
    const hosts = [...new Set(this.record.attempts.map(({ host }) => host))]
    const found = hosts.flatMap((host) => this.#foundAt(host))
    return found.reduce((record, { id, attempt }) => this.#seen(record, id, attempt, false), this.record)
  }

  #seen(record: MeetingRecord, id: number, attempt: number, isKnown: boolean): MeetingRecord {
    return meetingSeen(record, { id, attempt, isKnown }, this.now)
  }

  #publish(attempt: Attempt, id: number, list: 'whole' | 'torn' | 'late'): MeetingRecord {
    // Zoom may not show at once what it has made.
    if (!this.meetings.has(id) || list === 'late') return unpublishedGone(this.record, attempt.number, this.now, times)
    return publish(this.record, attempt, this.#read(id), this.now)
  }

  #change(ending: Ending): MeetingRecord {
    const { published, wanted } = this.record
    if (published === undefined || wanted.meeting === undefined) throw new Error('A change of nothing.')
    const { revision, meeting: shows } = wanted
    const fields = changedFields(mayBeShown(this.record), shows)
    if (Object.keys(fields).length === 0)
      return unhindered({ ...this.record, published: { ...published, revision, shows } })
    this.#write(beginChange(this.record, { revision, shows }, this.now, times))
    const land = () => Object.assign(this.meetings.get(published.id)?.fields ?? {}, fields)
    switch (ending.kind) {
      case 'yes':
        if (!this.meetings.has(published.id)) return publishedGone(this.record)
        land()
        return changeTaken(this.record)
      case 'no':
      case 'never':
        return changeNotDone(this.record, refusal(ending.kind), this.now)
      case 'lost':
        return changeUnknown(this.record, 'Cut.', this.now)
      case 'lands':
        this.#land(Math.min(ending.afterMs, latestChangeMs), land)
        return ending.sender === 'lives' ? changeUnknown(this.record, 'Cut.', this.now) : this.record
    }
  }

  #verify(): MeetingRecord {
    const { published, change } = this.record
    if (published === undefined) throw new Error('Nothing is published.')
    const meeting = this.meetings.get(published.id)
    if (meeting === undefined) return publishedGone(this.record)
    const should = (change?.outcome === 'taken' ? change.shows : published.shows).fields
    const differs = Object.keys(should).filter((name) => meeting.fields[name] !== should[name])
    return publishedRead(this.record, { ...this.#read(published.id), differs }, this.now, times)
  }

  #delete(ending: Ending): MeetingRecord {
    const id = this.record.published?.id ?? 0
    if (ending.kind === 'yes' || ending.kind === 'lands') this.meetings.delete(id)
    return ending.kind === 'yes' ? publishedDeleted(this.record, this.now) : this.#away()
  }

  #remove(meetingId: number, ending: Ending): MeetingRecord {
    const surplus = this.record.surplus.find(({ id }) => id === meetingId)
    if (surplus === undefined) throw new Error('No such surplus meeting.')
    assert.notEqual(meetingId, this.record.published?.id, 'the published one is never removed')
    if (ending.kind === 'yes' || ending.kind === 'lands') this.meetings.delete(meetingId)
    const after = ending.kind === 'yes' ? { state: 'deleted' as const } : { retryAt: this.now + 60_000 }
    return withSurplus(this.record, { ...surplus, ...after })
  }

  #away(): MeetingRecord {
    return hindered(this.record, { reason: 'zoom_away', message: 'Away.', until: 'soon' }, this.now)
  }

  #read(id: number): MeetingRead {
    return { id, join_url: `https://zoom.us/j/${id}`, password: 'k7Qm3xZp' }
  }

  #land(afterMs: number, land: () => void): void {
    this.#landings.push({ at: this.now + afterMs, land })
    this.advance(this.now)
  }
}

/** A change lands within the time limit and the quiet time, and as long again; a create within a day. */
const latestChangeMs = 90_000

const refusal = (kind: 'no' | 'never') =>
  kind === 'no'
    ? ({ kind: 'not_done', reason: 'limited', message: 'Later.', until: 'soon' } as const)
    : ({ kind: 'not_done', reason: 'refused_by_zoom', message: 'No.', until: 'never' } as const)
