import type { FactRow, MailContent, MailPart } from './content.ts'

/** A mail as plain text. */
export function formatText({ language, title, parts, foot }: MailContent): string {
  const colon = language === 'en' || language === 'tr' ? ': ' : '：'
  return [title, ...parts.map((part) => partInText(part, colon)), `-- \n${foot}`].join('\n\n').concat('\n')
}

function partInText(part: MailPart, colon: string): string {
  switch (part.is) {
    case 'text':
      return part.text
    case 'facts':
      return part.rows.map((row) => rowInText(row, colon)).join('\n')
    case 'link':
      return `${part.label}${colon.trimEnd()}\n${part.url}`
    case 'quote':
      return [
        `${part.title}${colon.trimEnd()}`,
        '',
        ...part.text.split('\n').map((line) => `  ${line}`.trimEnd()),
      ].join('\n')
  }
}

function rowInText({ label, lines }: FactRow, colon: string): string {
  const [first = '', ...rest] = lines
  if (rest.length === 0) return `${label}${colon}${first}`
  return [`${label}${colon.trimEnd()}`, ...lines.map((line) => `  ${line}`)].join('\n')
}
