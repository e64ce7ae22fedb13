/** One thing that was looked at. A `note` is worth knowing and stops nothing. */
export interface DeskFinding {
  readonly check: 'database' | 'sign-in' | 'users' | 'meetings' | 'webhooks' | 'clock' | 'mail' | 'openid' | 'address'
  readonly state: 'ok' | 'note' | 'problem'
  readonly says: string
}

type Check = DeskFinding['check']

export const ok = (check: Check, says: string): DeskFinding => ({ check, state: 'ok', says })
export const note = (check: Check, says: string): DeskFinding => ({ check, state: 'note', says })
export const problem = (check: Check, says: string): DeskFinding => ({ check, state: 'problem', says })
