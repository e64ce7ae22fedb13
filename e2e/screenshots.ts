/**
 * `npm run screenshots -- DIR`: pictures of the desk's pages, to be looked at. Each scene of the demo in each language, on a wide and a
 * narrow screen, light and dark; every picture has one of each, in turn, unless `-- DIR --all` asks for all of them.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BookingSummary, Language, PageOf, SessionView } from '@convene/booking/contract'
import type { Browser, BrowserContext } from 'playwright-core'
import { readOptions } from '../scripts/read-options.ts'
import { startBrowser } from './parts/browser.ts'
import { createTestMachine } from './parts/convene.ts'

const usage = 'Give a folder for the pictures: npm run screenshots -- .convene/pages [--all]'
const { values, positionals } = readOptions(usage, {
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) {
  console.error(usage)
  process.exit(2)
}

const languages: readonly Language[] = ['en', 'zh-TW', 'zh-CN', 'ja', 'tr']
const screens = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } } as const
const themes = ['light', 'dark'] as const

interface Look {
  readonly language: Language
  readonly screen: keyof typeof screens
  readonly theme: (typeof themes)[number]
}

const looks: readonly Look[] = languages.flatMap((language) =>
  (['wide', 'narrow'] as const).flatMap((screen) => themes.map((theme) => ({ language, screen, theme }))),
)

/** Whether the picture of a scene is taken in a look: once in every language, on one of the four screens in turn. */
function isTaken(look: Look, scene: number): boolean {
  const ofLanguage = looks.filter(({ language }) => language === look.language)
  return values.all || ofLanguage.indexOf(look) === (scene + languages.indexOf(look.language)) % ofLanguage.length
}

const { browser, missing } = await startBrowser({ ...process.env, CONVENE_REQUIRE: 'browser' })
if (!browser) throw new Error(missing)
const pictures = resolve(folder)
mkdirSync(pictures, { recursive: true })
const machine = await createTestMachine()
try {
  const demo = machine.start(['desk', 'demo', '--port', '0', '--zoom-port', '0'])
  const line = await demo.until(/^Booking desk: /)
  await takeAll(browser, /http:\S+/.exec(line)?.[0] ?? '')
} finally {
  await machine[Symbol.asyncDispose]()
  await browser.close()
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  let taken = 0
  for (const look of looks) {
    const context = await browser.newContext({
      viewport: screens[look.screen],
      colorScheme: look.theme,
      locale: look.language,
      timezoneId: 'Asia/Taipei',
      reducedMotion: 'reduce',
    })
    const scenes = Object.entries(await signIn(context, url, look.language))
    for (const [index, [name, path]] of scenes.entries()) {
      if (!isTaken(look, index)) continue
      const tab = await context.newPage()
      // Whoever is not signed in yet is somebody else.
      if (name === 'sign-in') await context.clearCookies()
      await tab.goto(url + path)
      await tab.getByRole('heading', { level: 1 }).waitFor()
      await tab.waitForLoadState('networkidle').catch(() => {})
      const { language, screen, theme } = look
      await tab.screenshot({ path: join(pictures, `${name}.${language}.${screen}.${theme}.png`), fullPage: true })
      await tab.close()
      taken++
    }
    await context.close()
  }
  console.log(`${taken} pictures in ${pictures}`)
}

/** Signs in an administrator of the demo who reads that language, and gives the scenes with their addresses. */
async function signIn({ request }: BrowserContext, url: string, language: Language): Promise<Record<string, string>> {
  const headers = { origin: url }
  const { signIn } = (await (await request.get(`${url}/api/v1/session`)).json()) as SessionView
  const memberId = signIn.demo.find(({ role }) => role === 'admin')?.id
  await request.post(`${url}/api/v1/sign-in/demo`, { headers, data: { memberId } })
  const write = { ...headers, 'idempotency-key': crypto.randomUUID() }
  await request.patch(`${url}/api/v1/me`, { headers: write, data: { language } })
  const whose = async (query: string) =>
    ((await (await request.get(`${url}/api/v1/bookings?${query}`)).json()) as PageOf<BookingSummary>).rows
  const mine = await whose('whose=mine')
  const [own] = mine
  const [series] = (await whose('whose=all')).filter(({ dates }) => dates > 1)
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  return {
    book: '/book',
    'book-series': `/book?start=${day}T18:00&minutes=40&timeZone=Europe/Berlin`,
    bookings: '/bookings',
    booking: `/bookings/${own?.id}`,
    series: `/bookings/${series?.id}`,
    day: '/calendar?form=grid',
    'day-list': '/calendar?form=list',
    week: '/calendar?range=week&form=grid',
    hosts: '/admin/hosts',
    members: '/admin/members',
    policies: '/admin/policies',
    approvals: '/admin/approvals',
    drift: '/admin/drift',
    connection: '/admin/connection',
    audit: '/admin/audit',
    mails: '/mails',
    profile: '/profile',
    kept: '/what-is-kept',
    'sign-in': '/sign-in',
  }
}
