import { invalidInput } from '../errors.ts'

/** What people write for a field, in small letters without separators, and what Zoom calls it. */
const otherNames: Readonly<Record<string, string>> = {
  start: 'start_time',
  startat: 'start_time',
  startdate: 'start_time',
  startdatetime: 'start_time',
  begin: 'start_time',
  date: 'start_time',
  time: 'start_time',
  when: 'start_time',
  tz: 'timezone',
  zone: 'timezone',
  title: 'topic',
  name: 'topic',
  subject: 'topic',
  description: 'agenda',
  passcode: 'password',
  pwd: 'password',
  minutes: 'duration',
  length: 'duration',
  interval: 'repeat_interval',
  count: 'end_times',
  times: 'end_times',
  until: 'end_date_time',
  enddate: 'end_date_time',
  days: 'weekly_days',
  weekdays: 'weekly_days',
  repeat: 'recurrence',
  repeats: 'recurrence',
  rule: 'recurrence',
  setting: 'settings',
  options: 'settings',
  host: 'schedule_for',
  hostid: 'userId',
  id: 'meetingId',
  occurrence: 'occurrence_id',
}

export interface CheckNamesOptions {
  /** The path of the object in errors: `settings.`. */
  readonly within?: string
  /** Names that belong one level deeper, into `settings`. */
  readonly inSettings?: readonly string[]
}

/**
 * Refuses a name that is nearly one of `known` (`startTime`, `time_zone`, `title`), because Zoom ignores what it does not
 * know: a misspelled `start_time` would make a meeting that starts now (docs/zoom-facts.md §5.3, §5.4).
 * Names that are like none pass: Zoom may have learnt a new one.
 */
export function checkNames(input: object, known: readonly string[], options: CheckNamesOptions = {}): void {
  const { within = '', inSettings = [] } = options
  for (const [name, value] of Object.entries(input)) {
    if (known.includes(name) || value === undefined) continue
    const plain = plainName(name)
    const meant = known.find((one) => plainName(one) === plain || one === otherNames[plain])
    if (meant !== undefined) throw invalidInput(`${within}${name}`, value, `The field is called ${meant}.`)
    const setting = inSettings.find((one) => plainName(one) === plain)
    if (setting !== undefined) throw invalidInput(name, value, `It belongs into settings: { ${setting}: … }.`)
  }
}

const plainName = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')
