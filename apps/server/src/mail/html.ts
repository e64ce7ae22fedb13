import type { MailContent, MailPart } from './content.ts'

/** A mail as HTML: nothing is loaded from elsewhere, and it can be read on dark ground too. */
export function formatHtml({ language, subject, title, parts, foot }: MailContent): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${style}</style>
</head>
<body>
<div class="page">
<h1>${escaped(title)}</h1>
${parts.map(partInHtml).join('\n')}
<p class="foot">${escaped(foot)}</p>
</div>
</body>
</html>
`
}

function partInHtml(part: MailPart): string {
  switch (part.is) {
    case 'text':
      return `<p>${lines(part.text)}</p>`
    case 'facts':
      return `<table role="presentation">${part.rows
        .map(
          (row) => `<tr><th scope="row">${escaped(row.label)}</th><td>${row.lines.map(escaped).join('<br>')}</td></tr>`,
        )
        .join('')}</table>`
    case 'link':
      return `<p><a class="${part.isMain ? 'main' : 'plain'}" href="${escaped(part.url)}">${escaped(part.label)}</a></p>`
    case 'quote':
      return `<h2>${escaped(part.title)}</h2>\n<div class="quote">${lines(part.text)}</div>`
  }
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Programs that drop the style show plain text on their own ground, which is readable. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f3f2ee; color: #22262b; }
.page { max-width: 36em; margin: 0 auto; padding: 24px 20px; background: #ffffff; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang TC", "Microsoft JhengHei", "Hiragino Sans", "Noto Sans CJK TC", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
h2 { margin: 28px 0 8px; font-size: 16px; }
p { margin: 0 0 16px; }
table { border-collapse: collapse; margin: 0 0 20px; width: 100%; }
th, td { padding: 6px 0; vertical-align: top; text-align: start; border-top: 1px solid #dcdad3; }
th { width: 30%; padding-inline-end: 12px; font-weight: 600; color: #565c64; }
a.main { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #1d5c54; color: #ffffff; font-weight: 600; text-decoration: none; }
a.plain { color: #1d5c54; }
.quote { padding: 12px 16px; border-inline-start: 3px solid #b9c9c4; background: #f6f6f2; font-size: 14px; }
.foot { margin: 28px 0 0; padding-top: 12px; border-top: 1px solid #dcdad3; font-size: 13px; color: #565c64; }
@media (prefers-color-scheme: dark) {
  body { background: #15181b; color: #e8e8e4; }
  .page { background: #1d2125; }
  th, .foot { color: #b3b8bd; }
  th, td, .foot { border-color: #3a4046; }
  a.main { background: #8fd0c3; color: #10201d; }
  a.plain { color: #8fd0c3; }
  .quote { background: #252a2f; border-color: #4b5a57; }
}
`
