import { wrongValue } from '../errors.ts'

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Reads a stretch of time with its units, `500ms`, `2h`, `1h30m`, `7d`, and gives milliseconds. */
export function parseTimeSpan(option: string, text: string): number {
  const compact = text.trim().toLowerCase().replaceAll(' ', '')
  const parts = [...compact.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== compact)
    throw wrongValue(
      option,
      text,
      'no stretch of time with its unit (ms, s, m, h, d)',
      `${option} 2h or ${option} 1h30m`,
    )
  return parts.reduce((total, [, count, unit = '']) => total + Number(count) * (unitMs[unit] ?? 0), 0)
}
