/** One line of an iCalendar text before it is folded (RFC 5545 §3.1); `params` in the order they are written. */
export function contentLine(
  name: string,
  value: string,
  params: Readonly<Record<string, string | undefined>> = {},
): string {
  const written = Object.entries(params)
    .filter((param): param is [string, string] => param[1] !== undefined)
    .map(([key, text]) => `;${key}=${paramValue(text)}`)
  return `${name}${written.join('')}:${value}`
}

/** A value of type TEXT (RFC 5545 §3.3.11): escaped, and without the control characters that no escape can carry. */
export function textValue(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Several lines as the text of a file: folded and ended with CRLF. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** A parameter can hold neither quotation marks nor line breaks (RFC 5545 §3.2): the first become apostrophes, the second blanks. */
function paramValue(text: string): string {
  const clean = cleanText(text).replaceAll('"', "'").replace(/\s+/g, ' ')
  return /[:;,]/.test(clean) ? `"${clean}"` : clean
}

function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
}

const mostOctets = 75

/** Cuts a line so that no piece is longer than 75 octets of UTF-8, and never inside a character. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > mostOctets) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
}
