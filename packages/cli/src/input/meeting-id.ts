import { CommandError } from '../errors.ts'

/** Reads a meeting id as people have it: `921 3456 7890` (also as three words), `921-3456-7890`, or a whole join link. */
export function parseMeetingId(words: string | readonly string[]): number {
  const trimmed = [words].flat().join(' ').trim()
  const fromLink = /^https?:\/\/[^/]+\/(?:j|s|w|wc\/join|my)\/(\d{9,12})(?:[/?#]|$)/i.exec(trimmed)?.[1]
  const digits = fromLink ?? trimmed.replaceAll(/[\s-]/g, '')
  if (/^\d{9,12}$/.test(digits)) return Number(digits)
  // A link may hold the passcode, so it is not repeated.
  const shown = trimmed.includes('?') ? trimmed.slice(0, trimmed.indexOf('?')) : trimmed
  throw new CommandError('wrong_value', `"${shown}" is no meeting id: one has 9 to 12 digits.`, {
    remedy: 'Write, for example: 92134567890, 921 3456 7890 or the join link. `convene meetings list` shows the ids.',
  })
}

/** An id as people read it aloud: `921 3456 7890`. */
export function formatMeetingId(id: number | string): string {
  const digits = String(id)
  if (digits.length === 9) return digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')
  if (digits.length === 10) return digits.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3')
  return digits.replace(/^(\d{3})(\d{4})(\d+)$/, '$1 $2 $3')
}
