import { escapeHtml } from './html.ts'

/** The look of every page: our own, in light and dark, narrow and wide; no script, nothing fetched. */
export const style = `
:root { color-scheme: light dark; --edge: light-dark(#c9ced6, #4a4f58); --quiet: light-dark(#555b66, #a9b0bb); --strong: light-dark(#1f5f4a, #7fd1b3); }
* { box-sizing: border-box; }
html { background: light-dark(#fff, #14171b); color: light-dark(#16191d, #f0f2f4); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--edge); color: var(--quiet); padding-bottom: .5rem; }
footer { border-top: 1px solid var(--edge); margin-top: 2rem; padding-top: .5rem; font-size: .875rem; }
a { color: var(--strong); }
h1 { font-size: 1.5rem; line-height: 1.2; }
fieldset { border: 1px solid var(--edge); border-radius: .5rem; margin: 1rem 0 0; padding: .5rem 1rem; }
input:not([type]), input[type=email], select { font: inherit; width: 100%; max-width: 20rem; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--edge); border-radius: .5rem; background: none; color: inherit; }
select option { background: light-dark(#fff, #14171b); }
label { display: block; padding: .5rem 0; }
label small { display: block; padding-left: 1.6rem; }
label small, .quiet { color: var(--quiet); }
[role=alert], .wrong { border-left: .25rem solid light-dark(#b3261e, #f2b8b5); padding-left: .75rem; }
button, .button { font: inherit; display: inline-block; min-height: 2.75rem; padding: .5rem 1.25rem; margin: 1rem .5rem 0 0; border: 1px solid var(--strong); border-radius: .5rem; background: none; color: inherit; text-decoration: none; cursor: pointer; }
button.main, .button.main { background: var(--strong); color: light-dark(#fff, #10231c); }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
[role=status] { border-left: .25rem solid var(--strong); padding-left: .75rem; }
.people { list-style: none; padding: 0; }
.people li { border-top: 1px solid var(--edge); padding: .5rem 0; }
.people button { margin-top: .25rem; }
details { margin-top: .75rem; }
dt { color: var(--quiet); }
dd { margin: 0 0 .75rem; }
code, pre { font-family: ui-monospace, monospace; }
pre { white-space: pre-wrap; border: 1px solid var(--edge); border-radius: .5rem; padding: .75rem; }
`

/** Headers of every page: nothing may be loaded, and no other page may hold this one in a frame. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * A whole page: `title` is text, `main` is HTML whose texts went through `escapeHtml`.
 *
 * @param script what a browser may run; the page's headers have to allow it.
 */
export function renderPage(title: string, main: string, script?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} (emulated)</title>
<style>${style}</style>
</head>
<body>
<header><strong>Emulated, not Zoom</strong></header>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
<footer class="quiet">Convene is not affiliated with or endorsed by Zoom.</footer>
${script ? `<script>${script}</script>\n` : ''}</body>
</html>
`
}
