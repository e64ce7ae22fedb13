/** Sends processes to race for a desk, and counts. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Counted, countDesk, dropGuard, fillDesk, type RacedDesk } from './desk.ts'
import type { RaceOrder, RaceReport } from './racer.ts'

export interface RaceOptions {
  readonly processes: number
  /** In each process. */
  readonly clients: number
  /** Dates that all of them try together; of no account at the hot hour. */
  readonly inserts?: number
  readonly isHotHour?: boolean
  /** Takes away what holds a lane. */
  readonly isUnguarded?: boolean
}

export interface Raced extends RaceReport, Counted {}

const program = fileURLToPath(new URL('racer.ts', import.meta.url))

export async function race(desk: RacedDesk, options: RaceOptions): Promise<Raced> {
  const { processes, clients, inserts = 0, isHotHour = false, isUnguarded = false } = options
  await fillDesk(desk)
  if (isUnguarded) await dropGuard(desk)
  const reports = await Promise.all(
    Array.from({ length: processes }, (_, racer) =>
      run({ desk, racer, clients, inserts: Math.ceil(inserts / processes), isHotHour }),
    ),
  )
  const sum = (key: keyof RaceReport) => reports.reduce((total, report) => total + report[key], 0)
  return {
    inserts: sum('inserts'),
    kept: sum('kept'),
    beaten: sum('beaten'),
    slowestMs: Math.max(...reports.map(({ slowestMs }) => slowestMs)),
    ...(await countDesk(desk)),
  }
}

async function run(order: RaceOrder): Promise<RaceReport> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const piece of child.stdout.setEncoding('utf8')) text += piece
  if (text === '') throw new Error(`Racer ${order.racer} ended without a word.`)
  return JSON.parse(text) as RaceReport
}
