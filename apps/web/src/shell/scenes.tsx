import type { ComponentChild, VNode } from 'preact'
import { useState } from 'preact/hooks'
import lazy, { ErrorBoundary } from 'preact-iso/lazy'
import { Route, Router } from 'preact-iso/router'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Scene } from '../components/scene.tsx'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'

const SignIn = lazy(() => import('../scenes/sign-in/index.tsx'))
const Book = lazy(() => import('../scenes/book/index.tsx'))
const Bookings = lazy(() => import('../scenes/bookings/index.tsx'))
const Booking = lazy(() => import('../scenes/booking/index.tsx'))
const Admin = lazy(() => import('../scenes/admin/index.tsx'))
const Calendar = lazy(() => import('../scenes/calendar/index.tsx'))
const Mails = lazy(() => import('../scenes/mails/index.tsx'))
const Profile = lazy(() => import('../scenes/profile/index.tsx'))
const WhatIsKept = lazy(() => import('../scenes/profile/what-is-kept.tsx'))

/** Each path has its scene; whoever is not signed in gets the sign-in in its place, and then the scene. */
export function Scenes(): ComponentChild {
  const { session } = useSession()
  const [hasFailed, setFailed] = useState(false)
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
        <Router key="inside" onRouteChange={() => setFailed(false)}>
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

function NotHere(): VNode {
  const { shell } = useWords()
  return (
    <Scene title={shell.notHere}>
      <p>{shell.notHereRemedy}</p>
      <p>
        <a href="/book">{shell.book}</a>
      </p>
    </Scene>
  )
}

/** A file of the page could not be loaded (the desk was renewed meanwhile, or the network is away), or there is a mistake in it. */
function Broken(): VNode {
  const { shell, common } = useWords()
  return (
    <Scene title={shell.broken}>
      <Notice kind="error" isLive>
        <p>{shell.brokenRemedy}</p>
      </Notice>
      <Button kind="main" onClick={() => location.reload()}>
        {common.reload}
      </Button>
    </Scene>
  )
}
