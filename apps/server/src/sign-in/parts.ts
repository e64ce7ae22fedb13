import type { DeskConfig } from '../config.ts'
import type { DeskContext } from '../context.ts'

/** What signing in needs of the desk. */
export interface SignInParts extends Pick<DeskContext, 'store' | 'clock' | 'createId' | 'randomBytes'> {
  readonly config: Pick<DeskConfig, 'publicUrl' | 'openid'>
}

/** Who knocks. */
export interface Knocking {
  readonly clientAddress: string
  /** The token of the session that the browser has. */
  readonly before: string | undefined
}
