import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './entities.ts'
import { cityOf, type InvitationLanguage } from './invitation-language.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const weeks: Readonly<Record<number, string>> = { 1: 'First', 2: 'Second', 3: 'Third', 4: 'Fourth', [-1]: 'Last' }
const units = { 1: ['day', 'Daily'], 2: ['week', 'Weekly'], 3: ['month', 'Monthly'] } as const

/** Zoom's own names of zones where they are not the city's (docs/zoom-facts.md §7). */
const zoneNames: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'Pacific Time (US and Canada)',
  'America/Tijuana': 'Pacific Time (US and Canada)',
  'America/Vancouver': 'Pacific Time (US and Canada)',
  'America/Denver': 'Mountain Time (US and Canada)',
  'America/Edmonton': 'Mountain Time (US and Canada)',
  'America/Chicago': 'Central Time (US and Canada)',
  'America/Winnipeg': 'Central Time (US and Canada)',
  'America/New_York': 'Eastern Time (US and Canada)',
  'America/Montreal': 'Eastern Time (US and Canada)',
  UTC: 'Universal Time UTC',
}

const day = (at: Temporal.PlainDateTime) => `${months[at.month - 1]} ${String(at.day).padStart(2, '0')}, ${at.year}`

function repeats({ type, repeat_interval: interval }: Recurrence): string {
  return interval === 1 ? `Every ${units[type][0]}` : `Every ${interval} ${units[type][0]}s`
}

function onDays(rule: Recurrence): string {
  const dayNames = (list: string) =>
    list
      .split(',')
      .map((number) => days[Number(number) - 1])
      .join(', ')
  if (rule.type === 2) return ` on ${dayNames(rule.weekly_days ?? '1')}`
  if (rule.type !== 3) return ''
  if (rule.monthly_week === undefined) return ` on the ${rule.monthly_day ?? 1} of the month`
  return ` on the ${weeks[rule.monthly_week]} ${dayNames(String(rule.monthly_week_day))}`
}

/** English, as Zoom writes it. */
export const english: InvitationLanguage = {
  inviting: (name) => `${name} is inviting you to a scheduled Zoom meeting.`,
  topic: (topic) => `Topic: ${topic}`,
  time: (start, zoneName) => `Time: ${english.date(start)} ${zoneName}`,
  anytime: 'Time: This is a recurring meeting Meet anytime',
  zoneName: (timeZone) => zoneNames[timeZone] ?? cityOf(timeZone),
  date(at) {
    const hour = String(at.hour % 12 || 12).padStart(2, '0')
    return `${day(at)} ${hour}:${String(at.minute).padStart(2, '0')} ${at.hour < 12 ? 'AM' : 'PM'}`
  },
  summary: (rule, until, count) => `${repeats(rule)}${onDays(rule)}, until ${day(until)}, ${count} occurrence(s)`,
  download: 'Please download and import the following iCalendar (.ics) files to your calendar system.',
  calendar: (rule, url) => `${units[rule.type][1]}: ${url}`,
  join: 'Join Zoom Meeting',
  meetingId: (grouped) => `Meeting ID: ${grouped}`,
  passcode: (passcode) => `Passcode: ${passcode}`,
  oneTap: 'One tap mobile',
  dialIn: 'Dial by your location',
  localNumbers: (url) => `Find your local number: ${url}`,
}
