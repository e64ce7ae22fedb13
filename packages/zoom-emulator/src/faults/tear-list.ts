import { createChance } from '../domain/chance.ts'
import type { Fault } from './fault.ts'

/**
 * The text of a list without some of its rows, as if it had been read while it was written; `undefined` where the text is no list
 * or nothing is missing. The same rows are missing at every run.
 */
export function tearList(
  text: string,
  { list_torn: torn, torn_total: total, seed = 0, struck }: Fault,
): string | undefined {
  const answer: unknown = JSON.parse(text)
  if (torn === undefined || typeof answer !== 'object' || answer === null || !('total_records' in answer))
    return undefined
  const [name, rows] = Object.entries(answer).find(([, value]) => Array.isArray(value)) ?? []
  if (name === undefined || !Array.isArray(rows)) return undefined
  const chance = createChance(seed + struck)
  const isMissing = (row: unknown): boolean => (typeof torn === 'number' ? chance() < torn : torn.includes(idOf(row)))
  const left = rows.filter((row) => !isMissing(row))
  if (left.length === rows.length) return undefined
  const missing = total === 'shown' ? rows.length - left.length : 0
  return JSON.stringify({ ...answer, total_records: Number(answer.total_records) - missing, [name]: left })
}

function idOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
}
