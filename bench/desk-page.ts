/**
 * What does somebody wait for who opens the desk for the first time? Bytes and time of sign-in and of Book, in a browser that has kept
 * nothing, on the demo.
 */
import type { SessionView } from '@convene/booking/contract'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '../e2e/parts/browser.ts'
import { createTestMachine } from '../e2e/parts/convene.ts'
import { machine, median, printTable, spread } from './parts/race.ts'

const rounds = Number(process.argv[3] ?? 11)
const aimBytes = 100_000
const aimMs = 1000

interface Load {
  /** From the click on the link until the page can be used. */
  readonly usableMs: number
  /** Compressed, as they came. */
  readonly scriptBytes: number
  readonly otherBytes: number
  readonly requests: number
}

/** Opens a path in a browser that has nothing of the desk but a session. */
async function load(
  browser: Browser,
  url: string,
  path: string,
  isUsable: (tab: Page) => Promise<void>,
): Promise<Load> {
  const context = await browser.newContext({ locale: 'en-US' })
  if (path !== '/sign-in') {
    const { signIn } = (await (await context.request.get(`${url}/api/v1/session`)).json()) as SessionView
    const memberId = signIn.demo.find(({ language }) => language === 'en')?.id
    await context.request.post(`${url}/api/v1/sign-in/demo`, { headers: { origin: url }, data: { memberId } })
  }
  const tab = await context.newPage()
  await tab.goto(url + path, { waitUntil: 'commit' })
  await isUsable(tab)
  const [usableMs, files] = (await tab.evaluate(`[performance.now(), [
    ...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource'),
  ].map(({ name, encodedBodySize }) => [name, encodedBodySize])]`)) as [number, [string, number][]]
  await context.close()
  const sum = (isMeant: (name: string) => boolean) =>
    files.reduce((bytes, [name, size]) => bytes + (isMeant(name) ? size : 0), 0)
  const isScript = (name: string) => name.endsWith('.js')
  return {
    usableMs,
    scriptBytes: sum(isScript),
    otherBytes: sum((name) => !isScript(name)),
    requests: files.length,
  }
}

const pages = {
  'sign-in': { path: '/sign-in', usable: (tab: Page) => tab.getByLabel('Your e-mail address').waitFor() },
  Book: { path: '/book', usable: (tab: Page) => tab.getByText(/hosts free/).waitFor() },
}

const { browser, missing } = await startBrowser({ ...process.env, CONVENE_REQUIRE: 'browser' })
if (!browser) throw new Error(missing)
const place = await createTestMachine()
try {
  const demo = place.start(['desk', 'demo', '--port', '0', '--zoom-port', '0'])
  const url = /http:\S+/.exec(await demo.until(/^Booking desk: /))?.[0] ?? ''
  const loads = new Map(Object.keys(pages).map((name): [string, Load[]] => [name, []]))
  for (const { path, usable } of Object.values(pages)) await load(browser, url, path, usable)
  for (let round = 0; round < rounds; round++)
    for (const [name, { path, usable }] of Object.entries(pages))
      loads.get(name)?.push(await load(browser, url, path, usable))
  console.log(`first load of the demo's desk, in a browser that has kept nothing, ${rounds} rounds\n${machine()}\n`)
  printTable([
    ['', 'usable after ms', '', 'JavaScript kB', 'all else kB', 'requests'],
    ...[...loads].map(([name, all]) => [
      name,
      median(all.map(({ usableMs }) => usableMs)).toFixed(0),
      spread(all.map(({ usableMs }) => usableMs)),
      (median(all.map(({ scriptBytes }) => scriptBytes)) / 1000).toFixed(1),
      (median(all.map(({ otherBytes }) => otherBytes)) / 1000).toFixed(1),
      String(median(all.map(({ requests }) => requests))),
    ]),
  ])
  console.log(
    `\nAim: JavaScript under ${aimBytes / 1000} kB, usable in under ${aimMs} ms. Bytes as they came: compressed.`,
  )
} finally {
  await place[Symbol.asyncDispose]()
  await browser.close()
}
