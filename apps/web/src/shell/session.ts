import type { DeskView, MeView, Role, SessionView } from '@convene/booking/contract'
import { type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'

export interface SessionParts {
  readonly session: SessionView
  /** Takes over the session that a sign-in has given. */
  put(session: SessionView): void
  reload(): void
}

export const SessionContext: Context<SessionParts | undefined> = createContext<SessionParts | undefined>(undefined)

export function useSession(): SessionParts {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('There is no SessionContext around this component.')
  return session
}

export const useDesk = (): DeskView => useSession().session.desk

/** Who is signed in. Scenes behind the sign-in are shown to nobody else. */
export function useMe(): MeView {
  const { member } = useSession().session
  if (member === null) throw new Error('Nobody is signed in.')
  return member
}

const ranks: readonly Role[] = ['member', 'manager', 'admin']

/** Whether somebody may do what members of a role may. */
export function isAtLeast(me: MeView | null, role: Role): boolean {
  return me !== null && ranks.indexOf(me.role) >= ranks.indexOf(role)
}
