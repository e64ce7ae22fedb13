import type { PoliciesView } from '@convene/booking/contract'
import { useNow } from '../../../parts.ts'
import { addToDay, instantOf, wallAt } from '../../../time/wall-time.ts'
import { useSpeech } from '../../../words/words.ts'
import { adminWords } from '../words.ts'

/** Rules that are a number. */
export type RuleName = keyof Pick<
  PoliciesView,
  'noticeMinutes' | 'horizonDays' | 'longestMinutes' | 'datesPerWeek' | 'bufferMinutes'
>

export const ruleNames: readonly RuleName[] = [
  'noticeMinutes',
  'horizonDays',
  'longestMinutes',
  'datesPerWeek',
  'bufferMinutes',
]

export interface RuleWords {
  readonly label: string
  readonly unit: string
  readonly most: number
  /** What stands in the field before anything is typed. */
  readonly usual: number
  readonly means: (value: number) => string
  readonly example: (value: number) => string
}

const quarter = 15 * 60_000
const minute = 60_000

/** What each rule says of its number, with examples at the present time. */
export function useRuleWords(): Readonly<Record<RuleName, RuleWords>> {
  const { policies: words } = adminWords.use()
  const { format } = useSpeech()
  const now = useNow()
  const today = wallAt(now, format.timeZone).slice(0, 10)
  const onDay = (days: number): string =>
    format.shortDay(instantOf(`${addToDay(today, days)}T12:00`, format.timeZone) ?? now)
  const passesFrom = (minutes: number): number => Math.ceil((now + minutes * minute) / quarter) * quarter
  const noon = Date.UTC(2024, 0, 1, 12)
  return {
    noticeMinutes: {
      ...words.notice,
      most: 525_600,
      usual: 60,
      means: (value) => words.notice.means(format.minutes(value)),
      example: (value) =>
        words.notice.example(
          format.time(now),
          format.moment(passesFrom(value) - quarter),
          format.moment(passesFrom(value)),
        ),
    },
    horizonDays: {
      ...words.horizon,
      most: 3650,
      usual: 180,
      means: (value) => words.horizon.means(value),
      example: (value) => words.horizon.example(onDay(value), onDay(value + 1)),
    },
    longestMinutes: {
      ...words.longest,
      most: 1440,
      usual: 180,
      means: (value) => words.longest.means(format.minutes(value)),
      example: (value) => words.longest.example(format.minutes(value), format.minutes(value + 1)),
    },
    datesPerWeek: {
      ...words.quota,
      most: 1000,
      usual: 5,
      means: (value) => words.quota.means(value),
      example: (value) => words.quota.example(value + 1),
    },
    bufferMinutes: {
      ...words.buffer,
      most: 240,
      usual: 10,
      means: (value) => words.buffer.means(format.minutes(value)),
      example: (value) =>
        words.buffer.example(
          format.time(noon, 'UTC'),
          format.time(noon + (value - 1) * minute, 'UTC'),
          format.time(noon + value * minute, 'UTC'),
        ),
    },
  }
}
