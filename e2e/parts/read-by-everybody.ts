/** What has to hold for each page of ours, in every state of it. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
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
  const text = (await tab.textContent('body')) ?? ''
  assert.match(text, /Emulated, not Zoom/)
  assert.match(text, /not affiliated with or endorsed by Zoom/)
  assert.equal(await tab.locator('input[type=password]').count(), 0, 'no page asks for a password')
  const [width, screen] = (await tab.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[]
  assert.ok(Number(width) <= Number(screen), `${name} is ${width} px wide on a screen of ${screen}`)
  // The page's own rules against foreign scripts do not hold for the one that judges it.
  await tab.evaluate(axe)
  const { violations } = (await tab.evaluate(`axe.run(document, ${JSON.stringify(rules)})`)) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  )
}
