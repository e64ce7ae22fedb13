import { createHash } from 'node:crypto'
import { pageHeaders } from '../layout.ts'

/**
 * What the console can do where scripts run: each part marked `data-live` follows the emulator, row by row, so that an open row stays
 * open and the focus stays in it; it can be paused (WCAG 2.2.2). Texts can be copied by a button. Without scripts the pages
 * have links and forms for everything but copying.
 */
export const liveScript = `
const everyMs = 2000
const parts = [...document.querySelectorAll('[data-live]')]
const shown = new Map()
for (const part of parts) for (const row of part.children) shown.set(row.id, row.outerHTML)
const pause = document.getElementById('pause')
if (pause) {
  pause.hidden = false
  pause.addEventListener('click', () =>
    pause.setAttribute('aria-pressed', String(pause.getAttribute('aria-pressed') !== 'true')))
  setTimeout(look, everyMs)
}
async function look() {
  if (pause.getAttribute('aria-pressed') !== 'true' && !document.hidden) {
    const answer = await fetch(location.pathname + location.search).catch(() => undefined)
    if (answer?.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      for (const part of parts) update(part, fresh.getElementById(part.id))
    }
  }
  setTimeout(look, everyMs)
}
function update(part, fresh) {
  if (!fresh) return
  const rows = [...fresh.children]
  const ids = new Set(rows.map(({ id }) => id))
  for (const row of [...part.children]) if (!ids.has(row.id)) row.remove()
  let before = null
  for (const row of rows.reverse()) before = place(part, row, before)
}
function place(part, row, before) {
  const old = document.getElementById(row.id)
  const html = row.outerHTML
  if (old && shown.get(row.id) === html) {
    if (old.nextElementSibling !== before) part.insertBefore(old, before)
    return old
  }
  shown.set(row.id, html)
  const isOpen = old?.querySelector('details')?.open
  if (isOpen) row.querySelector('details')?.setAttribute('open', '')
  const focused = old ? focusable(old).indexOf(document.activeElement) : -1
  old?.remove()
  part.insertBefore(row, before)
  if (focused >= 0) focusable(row).at(Math.min(focused, focusable(row).length - 1))?.focus({ preventScroll: true })
  return row
}
function focusable(row) {
  return [...row.querySelectorAll('summary, a, button')]
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
    document.getElementById('copied').textContent = 'Copied.'
  })
}
`

const hash = createHash('sha256').update(liveScript).digest('base64')

/** Headers of the console: its own script and nothing else may run, ask only the emulator, and send forms only to it. */
export const consoleHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': `${pageHeaders['content-security-policy']}; script-src 'sha256-${hash}'; connect-src 'self'; form-action 'self'`,
  // A form has to say where it comes from: without a referrer a browser would say that it comes from nowhere.
  'referrer-policy': 'same-origin',
}
