import type { ZoomError } from '../errors.ts'
import { usersOperations } from '../generated/users.ts'
import { canonicalJson } from './canonical.ts'
import { type KeeperParts, zoomError } from './keeper-parts.ts'
import type { PasscodeRequirement } from './passcode.ts'

/** Whether Zoom refused a create for its passcode. */
export function refusesPasscode({ details }: ZoomError): boolean {
  return details.fieldErrors?.some(({ field }) => field === 'password') === true
}

/**
 * Reads what passcodes of this host must be like, and keeps it; whether it is news. It is asked only when Zoom has refused a
 * passcode, since it needs a scope (`user:read:settings`) that nothing else here needs.
 */
export async function learnPasscodeRequirement(parts: KeeperParts, host: string): Promise<boolean> {
  const { zoom, journal } = parts
  let answer: { readonly meeting_security?: object; readonly schedule_meeting?: object }
  try {
    const query = { option: 'meeting_security' }
    answer = await zoom.request(usersOperations.getSettings, { path: { userId: host }, query })
  } catch (error) {
    zoomError(error)
    return false
  }
  const passcode = requirementIn(answer.meeting_security) ?? requirementIn(answer)
  const before = (await journal.findHost(host))?.passcode
  if (passcode === undefined || canonicalJson(before) === canonicalJson(passcode)) return false
  await journal.learnHost(host, { passcode })
  return true
}

function requirementIn(settings: object | undefined): PasscodeRequirement | undefined {
  const { meeting_password_requirement: requirement } = (settings ?? {}) as {
    readonly meeting_password_requirement?: PasscodeRequirement
  }
  return typeof requirement === 'object' && requirement !== null ? requirement : undefined
}
