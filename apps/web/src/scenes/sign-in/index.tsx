import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { nextPath } from '../../shell/next-path.ts'
import { useSession } from '../../shell/session.ts'
import { ConfirmLink } from './confirm-link.tsx'
import { FirstAdmin } from './first-admin.tsx'
import { Ways } from './ways.tsx'

/** The part of the address that is sent to nobody holds what a link brought. */
function secretOf(name: 'token' | 'first'): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined
}

/** Stands in the place of every scene for whoever is not signed in. */
export default function SignIn(): VNode | null {
  const { session, put } = useSession()
  const { path, query, url, route } = useLocation()
  const [secret, setSecret] = useState(() => ({ token: secretOf('token'), first: secretOf('first') }))
  const isOwnPath = path === '/sign-in'
  const next = nextPath(isOwnPath ? query.next : url)
  const isDone = isOwnPath && session.member !== null && !secret.token && !secret.first
  useEffect(() => {
    if (isDone) route(next, true)
  }, [isDone, next, route])

  const forget = (): void => {
    history.replaceState(null, '', location.pathname + location.search)
    setSecret({ token: undefined, first: undefined })
  }
  const goOn = (signedIn: SessionView): void => {
    forget()
    put(signedIn)
    if (isOwnPath) route(next, true)
  }
  if (isDone) return null
  if (secret.first) return <FirstAdmin token={secret.first} onDone={goOn} />
  if (secret.token) return <ConfirmLink token={secret.token} onDone={goOn} onNewLink={forget} />
  return <Ways next={next} isInPlace={!isOwnPath && next !== '/book'} problem={query.problem} onDone={goOn} />
}
