import { invalidInput } from '../errors.ts'
import { checkObject } from '../resources/check.ts'
import { checkCreateFields } from '../resources/meetings/check-fields.ts'
import { presentFields } from '../resources/meetings/present-fields.ts'
import { datesAsGiven } from './dates.ts'
import type { WantedMeeting } from './record.ts'
import {
  checkCanBeMarked,
  checkExcluded,
  checkHost,
  inMeeting,
  type MeetingToKeep,
  plainJson,
  resolveWanted,
  withDates,
} from './wanted.ts'

/** What may change of a meeting that is kept: any of its fields. */
export type MeetingChange = Partial<MeetingToKeep>

const timeNames = ['type', 'start_time', 'timezone', 'recurrence'] as const

/**
 * What is wanted after a change: the fields of before with those of the change in their place, settings key by key. A new start
 * moves a series as a whole.
 *
 * @throws {ZoomError} `invalid_input` that names the field, the value and the remedy.
 */
export function mergeWanted(host: string, before: WantedMeeting, change: MeetingChange, now: number): WantedMeeting {
  if (typeof change !== 'object' || change === null)
    throw invalidInput('meeting', change, 'Give the fields that change.')
  checkHost(host)
  checkExcluded(change)
  const { dates, ...changes } = withoutUndefined(change)
  checkObject('meeting.settings', changes.settings)
  const { settings: settingsBefore, ...fieldsBefore } = before.fields
  const plainBefore = Object.fromEntries(
    Object.entries(fieldsBefore).filter(([name]) => !(timeNames as readonly string[]).includes(name)),
  )
  const settings = { ...(settingsBefore as object | undefined), ...withoutUndefined(changes.settings ?? {}) }
  const plain = { ...plainBefore, ...changes, ...(Object.keys(settings).length > 0 && { settings }) }
  if (timeNames.some((name) => changes[name] !== undefined))
    return resolveWanted(host, { ...plain, ...timesAfter(before, changes), dates: datesAfter(before, dates) }, now)
  // The times stay as they are: their start may have passed by now.
  inMeeting(() => checkCreateFields(plain as MeetingToKeep))
  checkCanBeMarked(plain as MeetingToKeep)
  const times = Object.fromEntries(
    timeNames.flatMap((name) => {
      const value = before.fields[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const fields = plainJson({ ...presentFields(plain as MeetingToKeep, { fields: {} }), ...times })
  return dates === undefined ? { ...before, fields } : withDates({ ...before, fields }, dates, now)
}

/** Dates that a change does not name stay as they were given: the same days, if the series still has them. */
function datesAfter({ dates = [] }: WantedMeeting, given: MeetingToKeep['dates']): MeetingToKeep['dates'] {
  return given ?? datesAsGiven(dates)
}

/** The times as a whole: what the change does not name stays. */
function timesAfter({ fields }: WantedMeeting, changes: MeetingChange): MeetingChange {
  if (changes.timezone !== undefined && changes.start_time === undefined)
    throw invalidInput(
      'meeting.start_time',
      undefined,
      'With timezone give start_time too: a zone alone does not say which of the two is to stay, instant or wall time.',
    )
  if (changes.type === 3) return changes
  const { type, start_time, timezone, recurrence } = fields as Pick<
    MeetingToKeep,
    'type' | 'timezone' | 'recurrence'
  > & {
    readonly start_time?: string
  }
  return {
    // Without it Zoom leaves the meeting without a fixed time.
    ...(type === 3 && changes.recurrence === undefined && { type: 2 }),
    // As text it would be an instant beside a zone, which is refused as a slip.
    start_time: start_time?.endsWith('Z') ? new Date(start_time) : start_time,
    timezone,
    recurrence,
    ...changes,
  }
}

function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
