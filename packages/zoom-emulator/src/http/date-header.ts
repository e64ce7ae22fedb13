import type { Clock } from '../domain/clock.ts'

/** The `date` of an answer by the emulator's clock (RFC 9110 §6.6.1), to the second; one text serves all answers of a second. */
export function createDateHeader({ now }: Clock): () => string {
  let second = Number.NaN
  let text = ''
  return () => {
    try {
      const current = Math.floor(now() / 1000)
      if (current !== second) text = new Date(current * 1000).toUTCString()
      second = current
    } catch {
      // A clock that was handed in may fail: the answer itself reports that.
    }
    return text
  }
}
