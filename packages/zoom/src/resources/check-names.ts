import { invalidInput } from '../errors.ts'
import { editDistance } from '../time/edit-distance.ts'

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
  user: 'userId',
  email: 'userId',
  occurrence: 'occurrence_id',
}

export interface CheckNamesOptions {
  /** The path of the object in errors: `settings.`. */
  readonly within?: string
  /** Names that belong one level deeper, into `settings`. */
  readonly inSettings?: readonly string[]
}

/**
 * Refuses a name that is nearly one of `known` (`startTime`, `time_zone`, `title`, `strat_time`), because Zoom ignores what it
 * does not know: a misspelled `start_time` would make a meeting that starts now (docs/zoom-facts.md §5.3, §5.4).
 * Names that are like none pass: Zoom may have learnt a new one. An input that is no object, such as a bare id, is refused too.
 */
export function checkNames(input: object, known: readonly string[], options: CheckNamesOptions = {}): void {
  const { within = '', inSettings = [] } = options
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw invalidInput(within.replace(/\.$/, '') || 'input', input, `Give an object with names: { ${known[0]}: … }.`)
  for (const [name, value] of Object.entries(input)) {
    // A text or a list, spread into an object on its way here.
    if (name === '0') throw invalidInput('input', value, `Give an object with names: { ${known[0]}: … }.`)
    if (known.includes(name) || value === undefined) continue
    if (within === '' && (name === 'signal' || name === 'timeoutMs'))
      throw invalidInput(name, String(value), `It goes into an object of its own, after this one: { ${name} }.`)
    const meant = findMeant(name, known)
    if (meant !== undefined) throw invalidInput(`${within}${name}`, value, `The field is called ${meant}.`)
    const setting = findMeant(name, inSettings)
    if (setting !== undefined) throw invalidInput(name, value, `It belongs into settings: { ${setting}: … }.`)
  }
}

/** The name that was probably meant; the shorter a name, the more like it a wrong one must be. */
function findMeant(name: string, known: readonly string[]): string | undefined {
  const plain = plainName(name)
  const slips = plain.length < 4 ? 0 : plain.length < 8 ? 1 : 2
  return (
    known.find((one) => plainName(one) === plain || one === otherNames[plain]) ??
    known.find((one) => editDistance(plain, plainName(one)) <= slips)
  )
}

const plainName = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')
