/** What a member may do: `manager` approves and sees titles, `admin` everything. */
export type Role = 'member' | 'manager' | 'admin'

/** A person who books. */
export interface Member {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** BCP 47: `en`, `zh-TW`, `zh-CN`, `ja`, `tr`. */
  readonly language: string
  /** IANA. */
  readonly timeZone: string
  /** What the member books waits for a manager. */
  readonly needsApproval: boolean
  readonly isActive: boolean
}
