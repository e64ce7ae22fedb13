import type { Ambient } from '../packages/zoom/src/http/ambient.ts'
import type { Chance } from './chance.ts'
import { hmacSha256, sha256 } from './digests.ts'
import type { FaultModel, OtherFault } from './fault-model.ts'
import type { Figures } from './figures.ts'
import type { History } from './history.ts'
import type { Network } from './network.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What a process runs: made anew at each start, with nothing left of the life before. */
export type Program<Running> = (life: Life) => Running

/** What one life of a process has of the world. All of it ends with the life: no promise of it goes on after that. */
export interface Life {
  readonly name: string
  readonly ambient: Partial<Ambient>
  /** Calls the journal, whose server is reached over a network too. */
  callJournal<T>(name: string, call: () => Promise<T>): Promise<T>
}

/** One process of a worker: it can be killed, stands still, is started again, and has a clock of its own. */
export interface SimulatedProcess<Running> {
  readonly name: string
  /** `undefined` while it is dead. */
  readonly running: Running | undefined
  /** Asks something of it from outside, as over a connection: rejects with {@link ProcessDied} when its life ends before. */
  ask<T>(work: (running: Running) => Promise<T>): Promise<T>
}

/** What somebody outside sees of a process that dies. */
export class ProcessDied extends Error {}

/** What becomes of a process at a step. */
export type Blow = { readonly kind: 'kill' } | { readonly kind: 'stall'; readonly ms: number }

/** A process that was killed is started again within this time. */
export const longestDeadMs = 60_000

export interface ProcessParts {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly model: FaultModel
  readonly network: Network
  readonly figures: Figures
  readonly history: History
  /** Asked at each numbered step of any process. */
  readonly onStep: (process: string, what: string) => Blow | undefined
}

/** A new one each time: one for all would keep everything that ever waited for it. */
const never = (): Promise<never> => new Promise(() => {})

export function startProcess<Running>(
  name: string,
  parts: ProcessParts,
  program: Program<Running>,
): SimulatedProcess<Running> {
  const { time, chance, network, figures, history, onStep, model } = parts
  const isFarOff = chance.hit(model.others.clock_far_off)
  const hasSkew = model.others.clock_far_off > 0
  const offsetMs = hasSkew ? chance.between(-1, 1) * chance.below(isFarOff ? 30_000 : 2_000) : 0
  const drift = hasSkew ? (chance.next() - 0.5) * 0.0002 : 0
  const startedAt = time.now()
  let life: { end(): void; readonly running: Running; readonly onEnd: Set<() => void> } | undefined
  let lives = 0

  const begin = () => {
    lives++
    history.note(name, () => `starts (life ${lives})`)
    let isAlive = true
    let stillUntil = 0
    const onEnd = new Set<() => void>()
    const end = () => {
      if (!isAlive) return
      isAlive = false
      life = undefined
      figures.met('worker_killed')
      const backMs = chance.between(1_000, longestDeadMs)
      history.note(name, () => `dies, back in ${backMs} ms`)
      time.setTimer(backMs, begin)
      for (const told of onEnd) told()
    }
    /** A numbered step; whether the process is alive after it. */
    const step = (what: string): boolean => {
      if (!isAlive) return false
      const blow = onStep(name, what)
      if (blow?.kind === 'kill') end()
      if (blow?.kind === 'stall') {
        stillUntil = time.now() + blow.ms
        figures.met('worker_stalled')
        history.note(name, () => `stands still for ${blow.ms} ms`)
      }
      return isAlive
    }
    /** Something comes to the process: at once, when it moves again, or never. */
    const arrive = (what: string, run: () => void): void => {
      if (!isAlive) return
      if (time.now() < stillUntil) return void time.setTimer(stillUntil - time.now(), () => arrive(what, run))
      if (!step(what)) return
      if (time.now() < stillUntil) return void time.setTimer(stillUntil - time.now(), () => isAlive && run())
      run()
    }
    /** Something is about to leave the process; `false`: never, it is dead. */
    const leave = async (what: string): Promise<boolean> => {
      if (!step(what)) return false
      while (isAlive && time.now() < stillUntil) await time.wait(stillUntil - time.now())
      return isAlive
    }
    const reach = <T>(what: string, work: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        work.then(
          (value) => arrive(what, () => resolve(value)),
          (error) => arrive(what, () => reject(error)),
        )
      })

    const ambient: Partial<Ambient> = {
      now: () => Math.round(time.now() + offsetMs + drift * (time.now() - startedAt)),
      setTimer(delayMs, run) {
        let isWanted = true
        const cancel = time.setTimer(delayMs, () => arrive('timer', () => isWanted && run()))
        return () => {
          isWanted = false
          cancel()
        }
      },
      random: chance.next,
      randomBytes: chance.bytes,
      sha256,
      hmacSha256,
      async fetch(url, init) {
        if (!(await leave(`${init.method} leaves`))) return never()
        // A process that moves again looks at its clock before its connections, as Node does: a time limit that has passed counts.
        await time.wait(0)
        if (!isAlive) return never()
        init.signal.throwIfAborted()
        const effect = (what: string) => void step(what)
        return reach(`answer to ${init.method}`, network.fetch(name, url, init, effect))
      },
    }
    /** A call of the journal, on its way to the database and back: a few ms, and now and then an error instead. */
    const callJournal = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
      if (!(await leave(`journal ${what}`))) return never()
      return new Promise((resolve, reject) => {
        const comesBack = (run: () => void) =>
          void time.setTimer(chance.between(1, 4), () => arrive(`answer to journal ${what}`, run))
        const fails = (fault: OtherFault, says: string) => {
          figures.met(fault)
          history.note(name, () => `journal ${what}: ${says}`)
          comesBack(() => reject(new Error(`The connection to the database has failed: ${says}.`)))
        }
        time.setTimer(chance.between(1, 4), () => {
          if (chance.hit(model.others.journal_failed)) return fails('journal_failed', 'nothing was done')
          call().then((result) => {
            history.note(name, () => `journal ${what}: ${JSON.stringify(result)}`)
            if (chance.hit(model.others.journal_answer_lost)) fails('journal_answer_lost', 'it was done all the same')
            else comesBack(() => resolve(result))
          }, reject)
        })
      })
    }
    const running = program({ name: `${name}.${lives}`, ambient, callJournal })
    // It may have died at its first step.
    if (isAlive) life = { end, running, onEnd }
  }
  begin()

  return {
    name,
    get running() {
      return life?.running
    },
    ask(work) {
      const { running, onEnd } = life ?? {}
      if (running === undefined || onEnd === undefined) return Promise.reject(new ProcessDied(`${name} is dead.`))
      return new Promise((resolve, reject) => {
        const died = () => reject(new ProcessDied(`${name} has died.`))
        onEnd.add(died)
        const over = () => void onEnd.delete(died)
        work(running).then(resolve, reject).finally(over)
      })
    },
  }
}
