/** Where mail is handed over. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps`); else STARTTLS, which may be missing on this machine alone. */
  readonly isSecure: boolean
  readonly isLoopback: boolean
  readonly user: string | undefined
  readonly password: string | undefined
}

/**
 * Reads `smtp://user:password@mail.example.org:587` or `smtps://…`.
 *
 * @returns a sentence with the remedy for what is none; it does not hold the password
 */
export function parseSmtpUrl(text: string): SmtpServer | string {
  if (!URL.canParse(text)) return 'Give an address such as smtps://user:password@mail.example.org.'
  const { protocol, hostname, port, username, password, pathname, search } = new URL(text)
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return 'Begin it with smtp:// (STARTTLS) or smtps:// (TLS).'
  if (hostname === '') return 'Name the mail server: smtps://user:password@mail.example.org.'
  if (pathname.length > 1 || search !== '')
    return 'Let it end with host and port. Signs such as / and ? in a password are written %2F and %3F.'
  if (!canDecode(username) || !canDecode(password)) return 'Write a % in a user name or a password %25.'
  const host = decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1')
  const isSecure = protocol === 'smtps:'
  return {
    host,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    isLoopback: /^(localhost|127(\.\d+){3}|::1)$/.test(host),
    user: username === '' ? undefined : decodeURIComponent(username),
    password: username === '' ? undefined : decodeURIComponent(password),
  }
}

/** Whether each % in it begins a sign that is written by its number. */
export function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
