/** Runs contenders in turns, so that a machine that slows down slows all of them, and tells the medians. */
import { availableParallelism, cpus, totalmem } from 'node:os'

export interface Contender {
  readonly name: string
  /** Does the work `count` times, one after the other. */
  run(count: number): Promise<void>
  /** CPU used so far, in µs, where the work is done by another process; by default this process's. */
  cpu?(): Promise<number>
}

export interface Measured {
  readonly name: string
  /** CPU of one operation, user and system, in µs: one number a round. */
  readonly cpuMicros: readonly number[]
  /** Wall time of one operation, in µs. */
  readonly wallMicros: readonly number[]
}

const ownCpu = async (): Promise<number> => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Each contender once to warm up, then `rounds` rounds of `count` operations, every other round in the opposite order. */
export async function race(
  contenders: readonly Contender[],
  { rounds, count, warmUp = count }: { rounds: number; count: number; warmUp?: number },
): Promise<Measured[]> {
  for (const contender of contenders) await contender.run(warmUp)
  const results = contenders.map(({ name }) => ({ name, cpuMicros: [] as number[], wallMicros: [] as number[] }))
  const turns = [...contenders.entries()]
  for (let round = 0; round < rounds; round += 1)
    for (const [index, contender] of round % 2 === 0 ? turns : turns.toReversed()) {
      const cpu = contender.cpu ?? ownCpu
      const cpuBefore = await cpu()
      const wallBefore = performance.now()
      await contender.run(count)
      const wall = performance.now() - wallBefore
      results[index]?.wallMicros.push((wall * 1000) / count)
      results[index]?.cpuMicros.push(((await cpu()) - cpuBefore) / count)
    }
  return results
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** `±4 %`: half the distance between the lowest and the highest, against the median. */
export function spread(numbers: readonly number[]): string {
  const half = (Math.max(...numbers) - Math.min(...numbers)) / 2
  return `±${((half / median(numbers)) * 100).toFixed(0)} %`
}

/** The machine, as the first line of every bench. */
export function machine(): string {
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GiB, ${process.platform}-${process.arch}, Node ${process.versions.node}`
}

/** Prints a table; the first row names the columns. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
}

/** One row a contender: CPU and wall with their spread, and the CPU against each peer that is named. */
export function printRace(results: readonly Measured[], peers: readonly string[]): void {
  const rows = results.map(({ name, cpuMicros, wallMicros }) => [
    name,
    median(cpuMicros).toFixed(1),
    spread(cpuMicros),
    median(wallMicros).toFixed(1),
    spread(wallMicros),
    ...peers.map((peer) => {
      const base = results.find((result) => result.name === peer)
      return base ? (median(cpuMicros) / median(base.cpuMicros)).toFixed(2) : ''
    }),
  ])
  printTable([['', 'CPU µs', '', 'wall µs', '', ...peers.map((peer) => `CPU × ${peer}`)], ...rows])
}
