import { resolve } from 'node:path'
import type { ZoomPlan } from '@convene/zoom/limits'
import { CommandError, wrongValue } from '../errors.ts'

/** The options of `meetings create --from`. */
export interface BulkOptions {
  readonly from: string
  readonly user?: string | undefined
  readonly timeZone?: string | undefined
  readonly out?: string | undefined
  readonly journal?: string | undefined
  readonly plan?: string | undefined
  readonly share?: string | undefined
  readonly wait?: boolean | undefined
  readonly yes?: boolean | undefined
  readonly dryRun?: boolean | undefined
}

/** Where a run reads and writes. */
export interface BulkFiles {
  readonly from: string
  readonly journal: string
  readonly out: string
}

/** The files of a run: beside the file of meetings, unless others are named. */
export function bulkFiles({ from, journal, out }: BulkOptions, emulated: boolean): BulkFiles {
  if (from === '-' && journal === undefined)
    throw new CommandError('wrong_command_line', '--from - reads standard input, so --journal is missing.', {
      remedy:
        'Say where to keep what was made, so that the command can go on after an interrupt: --journal meetings.convene',
    })
  const stem = from === '-' ? (journal ?? '') : from
  // What is tried on the emulated Zoom is not mixed with what is made on the real one.
  const kept = journal ?? `${from}${emulated ? '.emulated' : ''}.convene`
  const files = { from, journal: kept, out: out ?? `${stem.replace(/\.[^./\\]*$/, '')}.results.csv` }
  const paths = Object.values(files).map((path) => resolve(path))
  if (new Set(paths).size < paths.length)
    throw new CommandError('wrong_command_line', '--from, --journal and --out name the same file.', {
      remedy: 'Leave --journal and --out out, or name a file of its own for each.',
    })
  return files
}

const plans: readonly ZoomPlan[] = ['free', 'pro', 'business']

/** The plan of the account: what nobody told is taken to be Pro, and Zoom's answers tell more. */
export function parsePlan(text = 'pro'): ZoomPlan {
  const plan = plans.find((known) => known === text.toLowerCase())
  if (plan) return plan
  throw wrongValue('--plan', text, 'is none of free, pro and business', '--plan business')
}

export function parseShare(text = '1'): number {
  const share = Number(text)
  if (/^[\d.]+$/.test(text) && share > 0 && share <= 1) return share
  throw wrongValue('--share', text, 'is no part of the limits: above 0, at most 1', '--share 0.5')
}
