import type { Browser, Page } from 'playwright-core'
import type { DeskCaller } from './desk-caller.ts'

/** A page of the desk in a browser of somebody's own. */
export interface DeskTab extends AsyncDisposable {
  readonly tab: Page
  /** What the browser complained about: scripts that broke, rules of the page that were broken. */
  readonly complaints: readonly string[]
}

export async function openDeskTab(browser: Browser, person: DeskCaller, path: string): Promise<DeskTab> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' })
  await context.addCookies([{ ...person.cookie, url: person.url }])
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(String(error)))
  // An answer that says no is no fault of the page.
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  await tab.goto(person.url + path)
  return { tab, complaints, [Symbol.asyncDispose]: () => context.close() }
}
