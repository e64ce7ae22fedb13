import type { ComponentChild, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import lazy, { ErrorBoundary } from 'preact-iso/lazy'
import { Route, Router, useLocation } from 'preact-iso/router'
import Book from '../scenes/book/index.tsx'
import Booking from '../scenes/booking/index.tsx'
import Bookings from '../scenes/bookings/index.tsx'
import SignIn from '../scenes/sign-in/index.tsx'
import { Broken } from './broken.tsx'
import { NotHere } from './not-here.tsx'
import { useSession } from './session.ts'

/** Loaded when it is shown first; where that fails, whoever wanted it is told. */
const loaded = <Props,>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy<ComponentType<Props>>(() => load().catch(() => ({ default: Broken })))

// What everybody does each day comes with the page, in few files; the rest when it is wanted.
const Admin = loaded(() => import('../scenes/admin/index.tsx'))
const Calendar = loaded(() => import('../scenes/calendar/index.tsx'))
const Mails = loaded(() => import('../scenes/mails/index.tsx'))
const Profile = loaded(() => import('../scenes/profile/index.tsx'))
const WhatIsKept = loaded(() => import('../scenes/profile/what-is-kept.tsx'))

/** Each path has its scene; whoever is not signed in gets the sign-in in its place, and then the scene. */
export function Scenes(): ComponentChild {
  const { session } = useSession()
  const { path } = useLocation()
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => setFailed(false), [path])
  if (hasFailed) return <Broken />
  return (
    <ErrorBoundary onError={() => setFailed(true)}>
      {session.member === null ? (
        <Router key="outside">
          <Route path="/sign-in" component={SignIn} />
          <Route path="/what-is-kept" component={WhatIsKept} />
          <Route default component={SignIn} />
        </Router>
      ) : (
        <Router key="inside">
          <Route path="/" component={Book} />
          <Route path="/sign-in" component={SignIn} />
          <Route path="/book" component={Book} />
          <Route path="/bookings" component={Bookings} />
          <Route path="/bookings/:id" component={Booking} />
          <Route path="/calendar" component={Calendar} />
          <Route path="/admin/:part?" component={Admin} />
          <Route path="/mails" component={Mails} />
          <Route path="/profile" component={Profile} />
          <Route path="/what-is-kept" component={WhatIsKept} />
          <Route default component={NotHere} />
        </Router>
      )}
    </ErrorBoundary>
  )
}
