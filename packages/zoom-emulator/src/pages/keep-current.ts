import { createHash } from 'node:crypto'
import { pageHeaders } from './layout.ts'

/**
 * Brings what has changed into an open page, where scripts run: the status text, which screen readers then read out, and the part
 * `#room`. What had the focus keeps it. Without scripts the page has a link to look again.
 */
export const keepCurrent = `
const everyMs = 2000
const part = (page, name) => page.querySelector(name)
async function look() {
  const answer = document.hidden ? undefined : await fetch(location.href, { headers: { 'x-convene-look': '1' } }).catch(() => undefined)
  if (answer) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  setTimeout(look, everyMs)
}
function show(fresh) {
  const [room, freshRoom] = [part(document, '#room'), part(fresh, '#room')]
  if (!freshRoom) return location.reload()
  const [status, freshStatus] = [part(document, '[role=status]'), part(fresh, '[role=status]')]
  if (status.textContent !== freshStatus.textContent) status.textContent = freshStatus.textContent
  if (room.innerHTML === freshRoom.innerHTML) return
  const focused = room.contains(document.activeElement) ? document.activeElement.id : undefined
  room.innerHTML = freshRoom.innerHTML
  if (focused === undefined) return
  const heading = part(document, 'h1')
  heading.tabIndex = -1
  const next = document.getElementById(focused) ?? heading
  next.focus()
}
setTimeout(look, everyMs)
`

const hash = createHash('sha256').update(keepCurrent).digest('base64')

/** Headers of a page that keeps itself current: its script and nothing else may run, and ask only the emulator. */
export const livePageHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': `${pageHeaders['content-security-policy']}; script-src 'sha256-${hash}'; connect-src 'self'`,
}
