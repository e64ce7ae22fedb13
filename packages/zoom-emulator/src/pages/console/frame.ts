import { escapeHtml } from '../html.ts'
import { style } from '../layout.ts'
import { liveScript } from './live.ts'

const pages = [
  ['/', 'Overview'],
  ['/console/meetings', 'Meetings'],
  ['/console/requests', 'Requests'],
  ['/console/webhooks', 'Webhooks'],
  ['/console/clock', 'Clock'],
  ['/console/faults', 'Faults'],
] as const

/** The address of a page of the console. */
export type ConsolePath = (typeof pages)[number][0]

export interface ConsolePage {
  readonly path: ConsolePath
  readonly title: string
  /** HTML whose texts went through `escapeHtml`; parts with `data-live` follow the emulator. */
  readonly main: string
  /** What was done last. */
  readonly done?: string | undefined
  /** Why something was not done. */
  readonly problem?: string | undefined
}

const consoleStyle = `
body { max-width: 70rem; }
main { max-width: 100%; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem; margin: .5rem 0 0; padding: 0; }
nav a { display: block; padding: .5rem .75rem; border-radius: .5rem; color: inherit; }
nav a[aria-current] { background: var(--strong); color: light-dark(#fff, #10231c); text-decoration: none; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
[hidden] { display: none; }
.rows { list-style: none; margin: .5rem 0; padding: 0; }
.rows > li { border: 1px solid var(--edge); border-radius: .5rem; margin: .5rem 0; padding: .5rem .75rem; }
.rows details { margin: 0; }
.rows p { margin: .25rem 0; }
summary { cursor: pointer; min-height: 1.75rem; }
form { margin: 0; }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: 0 1rem; }
.row > p { margin: 0; }
button, .button { margin: .5rem .5rem .25rem 0; }
select { width: auto; max-width: 100%; padding: .25rem .5rem; }
label { padding: .5rem 0 .25rem; }
.state { border: 1px solid var(--edge); border-radius: 1rem; padding: 0 .6rem; }
.good { border-color: var(--strong); }
.bad { border-color: light-dark(#b3261e, #f2b8b5); }
[role=status]:not(:empty) { border-left: .25rem solid var(--strong); padding-left: .75rem; }
[aria-pressed=true] { background: var(--edge); }
`

/** A page of the console, with the way to the others. */
export function renderConsole({ path, title, main, done = '', problem }: ConsolePage): string {
  const links = pages.map(([address, name]) => {
    const current = address === path ? ' aria-current="page"' : ''
    return `<li><a href="${address}"${current}>${name}</a></li>`
  })
  const pause = main.includes('data-live')
    ? '<button id="pause" type="button" aria-pressed="false" hidden>Pause updates</button>\n'
    : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} (emulated)</title>
<style>${style}${consoleStyle}</style>
</head>
<body>
<header><strong>Emulated, not Zoom</strong>
<nav aria-label="Console"><ul>
${links.join('\n')}
</ul></nav>
</header>
<main>
<h1>${escapeHtml(title)}</h1>
<p id="copied" role="status">${escapeHtml(done)}</p>
${problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>\n`}${pause}${main}
</main>
<footer class="quiet">Convene is not affiliated with or endorsed by Zoom.</footer>
<script>${liveScript}</script>
</body>
</html>
`
}

/** A list of rows that follows the emulator; `none` stands there while it is empty. Each row begins with `<li id="`. */
export function renderRows(id: string, rows: readonly string[], none: string): string {
  const shown = rows.length > 0 ? rows : [`<li id="${id}-none" class="quiet">${escapeHtml(none)}</li>`]
  return `<ul class="rows" id="${id}" data-live>\n${shown.join('\n')}\n</ul>`
}

/** A form of one button, for something that is done at once. */
export function renderAction(
  path: string,
  fields: Readonly<Record<string, string>>,
  label: string,
  about = '',
): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const name = about === '' ? '' : ` aria-label="${escapeHtml(`${label}: ${about}`)}"`
  return `<form method="post" action="${path}">${hidden.join('')}<button${name}>${escapeHtml(label)}</button></form>`
}

/** An instant for people, to the second, in UTC. */
export function renderInstant(at: number): string {
  const text = new Date(at).toISOString()
  return `<time datetime="${text}">${text.slice(0, 10)} ${text.slice(11, 19)} UTC</time>`
}

/** Any value as indented JSON; a text as it is. */
export function renderJson(value: unknown): string {
  return `<pre>${escapeHtml(typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? ''))}</pre>`
}

/** A word about how something stands; never by colour alone. */
export function renderState(word: string, kind: 'good' | 'bad' | 'plain'): string {
  return `<span class="state ${kind}">${escapeHtml(word)}</span>`
}
