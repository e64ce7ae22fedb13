/** Reads a mail as it came over SMTP (RFC 5322, 2045 to 2047): enough for what nodemailer writes. */

export interface ReadMail {
  /** By their names in lower case, unfolded and decoded; each as often as it stands there. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly parts: readonly MailBody[]
}

export interface MailBody {
  /** `text/plain` */
  readonly type: string
  /** The whole `Content-Type`. */
  readonly contentType: string
  readonly fileName: string | undefined
  readonly content: string
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = splitHead(raw)
  return { headers, parts: bodies(headers, body) }
}

/** The first header of that name; an empty text where there is none. */
export function header({ headers }: ReadMail, name: string): string {
  return headers.get(name.toLowerCase())?.[0] ?? ''
}

/** The first part of that type. */
export function bodyOf({ parts }: ReadMail, type: string): string {
  return parts.find((part) => part.type === type)?.content ?? ''
}

function splitHead(raw: string): { headers: Map<string, string[]>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const headers = new Map<string, string[]>()
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), decodeWords(line.slice(colon + 1).trim())])
  }
  return { headers, body: raw.slice(end + 4) }
}

function bodies(headers: ReadonlyMap<string, readonly string[]>, body: string): MailBody[] {
  const contentType = headers.get('content-type')?.[0] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => {
        const inner = splitHead(part.replace(/^\r\n/, ''))
        return bodies(inner.headers, inner.body)
      })
  const encoding = (headers.get('content-transfer-encoding')?.[0] ?? '7bit').toLowerCase()
  const disposition = headers.get('content-disposition')?.[0] ?? ''
  return [
    {
      type: contentType.split(';')[0]?.trim() ?? '',
      contentType,
      fileName: /filename="?([^";]+)"?/.exec(disposition)?.[1],
      content: decode(body.replace(/\r\n$/, ''), encoding),
    },
  ]
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8')
  return decodeQuoted(body.replace(/=\r\n/g, ''))
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`; blanks between two of them are none. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    )
}
