import { authenticationView, parseAuthenticationChange } from '../../domain/authentication-settings.ts'
import type { SettingsGroups, User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import { linkMarks } from '../../domain/meeting-create.ts'
import { type MeetingPolicy, meetingPolicyOf } from '../../domain/meeting-policy.ts'
import { meetsRequirement } from '../../domain/passcode-requirement.ts'
import { homeGroups, securityView } from '../../domain/security-settings.ts'
import { mergeSettings, parseSettings, pickSettings } from '../../domain/setting-fields.ts'
import { featureFault } from '../../domain/settings-change.ts'
import { settingsOf } from '../../domain/user-settings.ts'
import { meetingSecurity, userSettingsAnswered, userSettingsSent } from '../../generated/settings.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentOperator } from '../../present/event-meeting.ts'
import { presentUserChange } from '../../present/event-user.ts'
import { orRefuse } from '../meetings/context.ts'
import { findUser, forbidden, queryWord, type UserRoutes } from './context.ts'
import { requireLoginType } from './get.ts'

const options = ['meeting_authentication', 'recording_authentication', 'meeting_security'] as const
type Option = (typeof options)[number] | undefined

/** `GET /users/{userId}/settings` */
export function getSettingsRoute(routes: UserRoutes): Handler {
  return (context) => {
    const { account } = context.env.caller
    const user = findUser(routes, context)
    requireLoginType(context, user)
    const option: Option = queryWord(context, 'option', options, undefined)
    return reply(200, settingsView(settingsOf(account, user), option, context.req.query('custom_query_fields')))
  }
}

function settingsView(settings: SettingsGroups, option: Option, wanted: string | undefined): Record<string, unknown> {
  if (option === 'meeting_security') return { meeting_security: securityView(settings) }
  if (option) return authenticationView(settings, option === 'meeting_authentication' ? 'meeting' : 'recording')
  const groups = pickSettings(userSettingsAnswered, settings)
  return wanted ? pickNamed(groups, wanted.split(',')) : groups
}

/** Groups by their name, or single settings by theirs. */
function pickNamed(groups: SettingsGroups, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const [group, values] of Object.entries(groups)) {
    const kept = Object.entries(values).filter(([name]) => names.includes(group) || names.includes(name))
    if (kept.length > 0) picked[group] = Object.fromEntries(kept)
  }
  return picked
}

/** `PATCH /users/{userId}/settings` */
export function changeSettingsRoute(routes: UserRoutes): Handler {
  const { emulator, locks } = routes
  return async (context) => {
    const { caller } = context.env
    const { account } = caller
    const body = await readJson(context)
    const user = findUser(routes, context)
    const before = settingsOf(account, user)
    const change = readChange(context, before, body, emulator.switches.coerceText)
    if (change.feature && !caller.accountWide) throw forbidden('No permission.')
    const fault = featureFault(account, user, change, before)
    if (fault) throw new ZoomApiError(400, fault.code, fault.message)
    locks.require(user.id)
    const changed: User = { ...user, settings: mergeSettings(user.settings ?? {}, change) }
    const policy = meetingPolicyOf(account, changed, emulator.switches.enforcePasscode)
    requireLawfulPasscodes(change, policy)
    emulator.store.transaction(() => {
      emulator.store.users.put(changed)
      markMeetings(emulator, changed, policy)
    })
    emulator.events.publish('user.settings_updated', user.accountId, () => {
      const { object, old_object } = presentUserChange(
        { id: user.id, ...pickSettings(userSettingsAnswered, before) },
        { id: user.id, ...pickSettings(userSettingsAnswered, settingsOf(account, changed)) },
      )
      const [{ id, ...settings }, { id: _, ...oldSettings }] = [object, old_object]
      if (Object.keys({ ...settings, ...oldSettings }).length === 0) return undefined
      return {
        ...presentOperator(caller.user),
        time_stamp: emulator.clock.now(),
        object: { id, settings },
        old_object: { id, settings: oldSettings },
      }
    })
    return reply(204)
  }
}

function readChange(context: Ctx, before: SettingsGroups, body: object, coerceText: boolean): SettingsGroups {
  const option: Option = queryWord(context, 'option', options, undefined)
  if (option === 'meeting_security') return homeGroups(orRefuse(parseSettings(meetingSecurity, body, coerceText)))
  if (!option) return orRefuse(parseSettings(userSettingsSent, body, coerceText))
  const of = option === 'meeting_authentication' ? 'meeting' : 'recording'
  return orRefuse(parseAuthenticationChange(before, of, body, coerceText))
}

/** A passcode of the settings themselves has to be as the settings say. */
function requireLawfulPasscodes({ schedule_meeting: schedule }: SettingsGroups, policy: MeetingPolicy): void {
  const problems = ['pmi_password', 'default_password_for_scheduled_meetings'].flatMap((name) => {
    const sent = schedule?.[name]
    const isRight =
      typeof sent !== 'string' ||
      sent === '' ||
      (/^[!-~]{1,10}$/.test(sent) && meetsRequirement(sent, policy.requirement))
    return isRight ? [] : [invalidParameter(`schedule_meeting.${name}`)]
  })
  if (problems.length > 0) throw validationFailed(problems)
}

/** Whether links hold the passcode is read with the link, so it holds for meetings that are there already (§8). */
function markMeetings({ store }: Emulator, host: User, policy: MeetingPolicy): void {
  const { plainLink, openToPhones } = linkMarks(policy)
  for (const meeting of [...store.meetingsOfHost(host.id)]) {
    if (meeting.plainLink === plainLink && meeting.openToPhones === openToPhones) continue
    const { plainLink: _, openToPhones: __, ...kept } = meeting
    store.meetings.put({ ...kept, ...linkMarks(policy) })
  }
}
