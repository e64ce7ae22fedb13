/** What has to hold for each page of ours, in every state of it. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The zones of the world in one list cost more than the rest of a page, and are drawn by the browser. */
const judged = { include: ['html'], exclude: ['option'] }
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // Fetches style sheets of other hosts, and there are none.
  preload: false,
}
/** Pictures to look at, where they are wanted (`CONVENE_PICTURES=1`), and of what is wrong; ignored by git. */
const pictures = resolve('.convene/pages')
const wantsPictures = process.env.CONVENE_PICTURES === '1'

/** Everything that is wrong with how a page reads; then a picture of it is kept under `name`. */
export async function checkReadable(tab: Page, name: string): Promise<void> {
  if (wantsPictures) await takePicture(tab, name)
  try {
    await checkPage(tab, name)
  } catch (error) {
    if (!wantsPictures) await takePicture(tab, name)
    throw error
  }
}

async function takePicture(tab: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await tab.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

async function checkPage(tab: Page, name: string): Promise<void> {
  const seen = await tab.evaluate<Seen>(`({
    text: document.body.textContent,
    passwords: document.querySelectorAll('input[type=password]').length,
    width: document.documentElement.scrollWidth,
    screen: innerWidth,
    hasAxe: 'axe' in window,
  })`)
  assert.match(seen.text, /Emulated, not Zoom/)
  assert.match(seen.text, /not affiliated with or endorsed by Zoom/)
  assert.equal(seen.passwords, 0, 'no page asks for a password')
  assert.ok(seen.width <= seen.screen, `${name} is ${seen.width} px wide on a screen of ${seen.screen}`)
  // The page's own rules against foreign scripts do not hold for the one that judges it.
  if (!seen.hasAxe) await tab.evaluate(axe)
  const violations = await tab.evaluate<
    string[]
  >(`axe.run(${JSON.stringify(judged)}, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
  assert.deepEqual(violations, [], name)
}

/** What the page says of itself. */
interface Seen {
  readonly text: string
  readonly passwords: number
  readonly width: number
  readonly screen: number
  readonly hasAxe: boolean
}
