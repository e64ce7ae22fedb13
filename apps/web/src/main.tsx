import './styles/page.css'
import type { SessionView } from '@convene/booking/contract'
import { render } from 'preact'
import { createApi } from './api/api.ts'
import { createNewsDesk } from './api/news.ts'
import { keptHere, keptInTab } from './kept.ts'
import { type Parts, PartsContext } from './parts.ts'
import { App } from './shell/app.tsx'
import { applyTheme, keptTheme } from './shell/theme.tsx'
import { browser } from './surroundings.ts'

applyTheme(keptTheme())

/** How far the clock of this machine is behind the desk's. */
let offset = 0
let reloadSession = (): void => {}

const parts: Parts = {
  api: createApi({ ...browser, onSignedOut: () => reloadSession() }),
  news: createNewsDesk(browser),
  clock: { now: () => browser.now() + offset, after: browser.after },
  answers: new Map(),
  kept: { here: keptHere, inTab: keptInTab },
}

const onSession = ({ desk }: SessionView): void => {
  offset = Date.parse(desk.now) - browser.now()
}
const onReload = (reload: () => void): void => {
  reloadSession = reload
}

const page = document.getElementById('page')
if (page !== null)
  render(
    <PartsContext.Provider value={parts}>
      <App onSession={onSession} onReload={onReload} />
    </PartsContext.Provider>,
    page,
  )
