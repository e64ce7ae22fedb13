import { shell } from './languages/en/shell.ts'

export interface IndexPageParts {
  readonly script: string
  readonly style: string
  readonly icon: string
  /** Files that the script imports, so that the browser does not wait for the script to ask for them. */
  readonly preload: readonly string[]
}

/** The page before its script runs. Nothing in it is inline, so that a policy may forbid inline scripts and styles. */
export function formatIndexPage({ script, style, icon, preload }: IndexPageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shell.product}</title>
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
${preload.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n')}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="page"></div>
<noscript>${shell.needsScript}</noscript>
</body>
</html>
`
}
