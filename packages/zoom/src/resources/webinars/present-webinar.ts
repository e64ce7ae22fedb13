import { invalidInput } from '../../errors.ts'
import { webinarSettingKinds } from '../../generated/setting-kinds.ts'
import type { MeantInstants } from '../../time/start-shift.ts'
import { checkInteger, checkOneOf, checkText } from '../check.ts'
import { namesOf } from '../check-input.ts'
import { checkNames } from '../check-names.ts'
import { checkSettings, presentSettings } from '../check-settings.ts'
import { resolveOccurrenceTimes, resolveTimes } from '../meetings/resolve-times.ts'
import type { ResourceOperation } from '../resource-operation.ts'
import type { WebinarFields } from './fields.ts'

/** The body that Zoom is sent, and the instants that were meant by its times. */
export interface PresentedWebinar {
  readonly body: Readonly<Record<string, unknown>>
  readonly meant: MeantInstants | undefined
}

/** Checks the names and the fields of a webinar; throws `invalid_input`. */
export function checkWebinar(operation: ResourceOperation, input: WebinarFields): void {
  checkNames(input, namesOf(operation), { inSettings: Object.keys(webinarSettingKinds) })
  const { topic, duration, type, password, recurrence, start_time, settings } = input
  checkText('topic', topic)
  checkInteger('duration', duration, 1)
  checkOneOf('type', type, [5, 6, 9])
  checkText('password', password, 10)
  if (recurrence !== undefined && type !== undefined && type !== 9)
    throw invalidInput('type', type, 'With recurrence the type is 9: leave type out, or leave recurrence out.')
  if (recurrence !== undefined && start_time === undefined)
    throw invalidInput('start_time', undefined, 'A series needs its first start.')
  if (type === 9 && recurrence === undefined)
    throw invalidInput('recurrence', undefined, 'Type 9 repeats at fixed times: say how, or use type 6.')
  if (type === 6 && start_time !== undefined)
    throw invalidInput('start_time', start_time, 'Type 6 has no fixed time: leave start_time out, or use type 5.')
  if (settings !== undefined) checkSettings(settings, webinarSettingKinds)
}

/** The fields of a webinar as Zoom takes them. @param now the current instant in ms, to recognise a past start */
export function presentWebinar(fields: WebinarFields, now: number, ofOccurrence = false): PresentedWebinar {
  const { start_time, timezone, recurrence, type, settings, ...plain } = fields
  const times = { start_time, timezone, recurrence }
  const { fields: resolved, meant } = ofOccurrence ? resolveOccurrenceTimes(times, now) : resolveTimes(times, now)
  const { type: _typeOfMeeting, ...wire } = resolved
  const webinarType = recurrence === undefined ? type : 9
  return {
    body: {
      ...plain,
      ...wire,
      ...(webinarType !== undefined && { type: webinarType }),
      ...(settings !== undefined && { settings: presentSettings(settings) }),
    },
    meant,
  }
}
