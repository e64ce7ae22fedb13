/** Times as people read them: weekday, date and 24-hour time in a named zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string, parts: 'date' | 'time'): Intl.DateTimeFormat {
  const key = `${parts} ${timeZone}`
  let format = formats.get(key)
  if (!format) {
    const shape: Intl.DateTimeFormatOptions =
      parts === 'date'
        ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
        : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    format = new Intl.DateTimeFormat('en-GB', { ...shape, timeZone })
    formats.set(key, format)
  }
  return format
}

/** The zone, or UTC where this machine does not know it (Zoom's list has ids that no other list has). */
export function knownZone(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }) && (timeZone ?? 'UTC')
  } catch {
    return 'UTC'
  }
}

/** `Thu, 17 Dec 2026`. */
export function formatDate(at: number, timeZone: string): string {
  return formatter(knownZone(timeZone), 'date').format(at)
}

/** `18:00`. */
export function formatTime(at: number, timeZone: string): string {
  return formatter(knownZone(timeZone), 'time').format(at)
}

/** `Thu, 17 Dec 2026, 18:00 to 19:00, Asia/Taipei`; an end on another day shows its date. */
export function formatSpan(at: number, minutes: number | undefined, timeZone: string): string {
  const zone = knownZone(timeZone)
  const start = `${formatDate(at, zone)}, ${formatTime(at, zone)}`
  if (minutes === undefined) return `${start}, ${zone}`
  const endAt = at + minutes * 60_000
  const day = formatDate(endAt, zone) === formatDate(at, zone) ? '' : `${formatDate(endAt, zone)}, `
  return `${start} to ${day}${formatTime(endAt, zone)}, ${zone}`
}

/** `60 minutes` as `1 h`, `90` as `1 h 30 min`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}
