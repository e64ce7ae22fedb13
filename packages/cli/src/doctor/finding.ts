import { type ExitCode, exitCodes } from '../exit-codes.ts'

/** One line of `convene doctor`. A `note` is worth knowing and stops nothing. */
export interface Finding {
  readonly check:
    | 'node'
    | 'credentials'
    | 'reach'
    | 'clock'
    | 'sign-in'
    | 'scopes'
    | 'user'
    | 'licence'
    | 'zone'
    // Of the booking desk:
    | 'settings'
    | 'database'
    | 'users'
    | 'meetings'
    | 'webhooks'
    | 'mail'
    | 'openid'
    | 'address'
  readonly state: 'ok' | 'note' | 'problem'
  readonly says: string
  readonly remedy?: string | undefined
}

export const ok = (check: Finding['check'], says: string): Finding => ({ check, state: 'ok', says })
export const note = (check: Finding['check'], says: string, remedy?: string): Finding => ({
  check,
  state: 'note',
  says,
  remedy,
})
export const problem = (check: Finding['check'], says: string, remedy?: string): Finding => ({
  check,
  state: 'problem',
  says,
  remedy,
})

/** A problem made of an error: what happened and, apart from it, what to do. */
export function problemFromError(check: Finding['check'], error: unknown): Finding {
  if (!(error instanceof Error)) return problem(check, String(error))
  const remedy = 'remedy' in error && typeof error.remedy === 'string' && error.remedy !== '' ? error.remedy : undefined
  const message =
    remedy !== undefined && error.message.endsWith(remedy)
      ? error.message.slice(0, -remedy.length).trim()
      : error.message
  return problem(check, message, remedy)
}

/** The exit code that the findings give together. */
export function exitCodeOfFindings(findings: readonly Finding[]): ExitCode {
  const problems = findings.filter(({ state }) => state === 'problem').map(({ check }) => check)
  if (problems.length === 0) return exitCodes.ok
  if (problems.includes('credentials') || problems.includes('settings')) return exitCodes.usage
  return problems.includes('sign-in') || problems.includes('scopes') ? exitCodes.signIn : exitCodes.refused
}
