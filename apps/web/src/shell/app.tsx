import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { LocationProvider } from 'preact-iso/router'
import { readSession } from '../api/session-calls.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Toasts } from '../components/toasts.tsx'
import { useParts } from '../parts.ts'
import { SpeechContext } from '../words/words.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { Scenes } from './scenes.tsx'
import { SessionContext } from './session.ts'
import { useSpeechOf } from './use-speech-of.ts'

/** What the desk itself answers; the browser asks for it. */
const notOurs = /^\/(?!api\/|docs|openapi|health|ready|metrics)/

export interface AppProps {
  /** Tells the clock of the page what time it is at the desk. */
  readonly onSession: (session: SessionView) => void
  /** Hands over what asks for the session anew. */
  readonly onReload: (reload: () => void) => void
}

export function App({ onSession, onReload }: AppProps): VNode | null {
  const { news } = useParts()
  const loaded = useAnswer(readSession(), ({ is }) => is === 'zoom_changed')
  const { value: session, reload } = loaded
  const speech = useSpeechOf(session)
  useEffect(() => onReload(reload), [onReload, reload])
  useEffect(() => session && onSession(session), [session, onSession])
  const isSignedIn = session?.member != null
  const isInSight = useInSight()
  useEffect(() => {
    // A browser has six connections to a desk without TLS, and a tab that listens keeps one: those out of sight hear nothing.
    if (isSignedIn && isInSight) news.open()
    else news.close()
  }, [news, isSignedIn, isInSight])
  useEffect(() => {
    if (!(isSignedIn && isInSight)) return
    // What failed without a network is asked for anew; the connection of before may be dead without having said so.
    const listenAnew = (): void => {
      news.close()
      news.open()
    }
    window.addEventListener('online', listenAnew)
    return () => window.removeEventListener('online', listenAnew)
  }, [news, isSignedIn, isInSight])
  useEffect(() => {
    // Somebody who opened the link of the mail in another tab comes back to this one, and finds it signed in.
    return isInSight || isSignedIn ? undefined : reload
  }, [isInSight, isSignedIn, reload])

  if (speech === undefined) return null
  return (
    <SpeechContext.Provider value={speech}>
      {session === undefined ? (
        <OfflineNotice failure={loaded.failure} onRetry={reload} />
      ) : (
        <SessionContext.Provider value={{ session, put: loaded.put, reload }}>
          <LocationProvider scope={notOurs}>
            <Toasts>
              <Header />
              <main id="scene" tabIndex={-1}>
                <Scenes />
              </main>
              <Footer />
            </Toasts>
          </LocationProvider>
        </SessionContext.Provider>
      )}
    </SpeechContext.Provider>
  )
}

function useInSight(): boolean {
  const [isInSight, setInSight] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = (): void => setInSight(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isInSight
}
