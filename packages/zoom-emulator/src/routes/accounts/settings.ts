import { authenticationView, parseAuthenticationChange } from '../../domain/authentication-settings.ts'
import type { Account, SettingsGroups } from '../../domain/entities.ts'
import { homeGroups, securityView } from '../../domain/security-settings.ts'
import { defaultSettings } from '../../domain/setting-defaults.ts'
import { mergeSettings, parseSettings, pickSettings } from '../../domain/setting-fields.ts'
import { accountLocks, accountSettings, meetingSecurity, securityLocks } from '../../generated/settings.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { forbidden, queryWord } from '../users/context.ts'

const options = ['meeting_authentication', 'recording_authentication', 'meeting_security', 'security'] as const

/** Settings of the account itself, and which of them its users cannot change; only the caller's own account is here. */
export function accountRoutes(router: Router, emulator: Emulator): void {
  const { store, switches } = emulator
  const accountOf = (context: Ctx, status?: number) => ownAccount(emulator, context, status)

  router.on('GET /accounts/{accountId}/settings', (context) => {
    const settings = settingsOfAccount(accountOf(context))
    const option = queryWord(context, 'option', options, undefined)
    if (option === 'meeting_security') return reply(200, { meeting_security: securityView(settings) })
    if (option === 'meeting_authentication') return reply(200, authenticationView(settings, 'meeting'))
    if (option === 'recording_authentication') return reply(200, authenticationView(settings, 'recording'))
    const groups = pickSettings(accountSettings, accountNames(settings))
    return reply(200, option === 'security' ? { security: groups.security ?? {} } : groups)
  })

  router.on('PATCH /accounts/{accountId}/settings', async (context) => {
    const body = await readJson(context)
    const account = accountOf(context)
    requirePaid(account)
    const change = readChange(context, account, body, switches.coerceText)
    store.accounts.put({ ...account, settings: mergeSettings(account.settings ?? {}, change) })
    return reply(204)
  })

  router.on('GET /accounts/{accountId}/lock_settings', (context) => {
    const { locks = {} } = accountOf(context, 400)
    const security = queryWord(context, 'option', ['meeting_security'], undefined)
    if (security) return reply(200, { meeting_security: locks.meeting_security ?? {} })
    return reply(200, pickSettings(accountLocks, locks))
  })

  router.on('PATCH /accounts/{accountId}/lock_settings', async (context) => {
    const body = await readJson(context)
    const account = accountOf(context)
    requirePaid(account)
    const shapes = 'meeting_security' in body ? securityLocks : accountLocks
    const locks = mergeSettings(account.locks ?? {}, orRefuse(parseSettings(shapes, body, switches.coerceText)))
    // Each shape of a lock is a boolean.
    store.accounts.put({ ...account, locks: locks as NonNullable<Account['locks']> })
    return reply(200, {})
  })
}

/** `me`, or the caller's own id; sub accounts are none of the emulator's: code 2001. */
function ownAccount({ store }: Pick<Emulator, 'store'>, context: Ctx, status = 404): Account {
  const { id } = context.env.caller.account
  const asked = context.req.param('accountId') ?? ''
  // Read anew: the caller was found before the body came, and the account may have been changed since.
  const account = asked === 'me' || asked === id ? store.accounts.get(id) : undefined
  if (account) return account
  throw new ZoomApiError(status, 2001, `Account does not exist: ${asked}`)
}

function requirePaid({ plan }: Account): void {
  if (plan === 'free') throw forbidden('Only available for paid accounts.')
}

function settingsOfAccount(account: Account): SettingsGroups {
  return mergeSettings(defaultSettings(account, { type: 2 }), account.settings && homeGroups(account.settings))
}

function readChange(context: Ctx, account: Account, body: object, coerceText: boolean): SettingsGroups {
  const option = queryWord(context, 'option', options, undefined)
  if (option === 'meeting_security') return homeGroups(orRefuse(parseSettings(meetingSecurity, body, coerceText)))
  if (option === 'meeting_authentication' || option === 'recording_authentication') {
    const of = option === 'meeting_authentication' ? 'meeting' : 'recording'
    return orRefuse(parseAuthenticationChange(settingsOfAccount(account), of, body, coerceText))
  }
  return homeGroups(orRefuse(parseSettings(accountSettings, body, coerceText)))
}

/** What users call participants_video is participant_video in an account. */
function accountNames({ schedule_meeting: schedule, ...settings }: SettingsGroups): SettingsGroups {
  return { ...settings, schedule_meeting: { ...schedule, participant_video: schedule?.participants_video } }
}
