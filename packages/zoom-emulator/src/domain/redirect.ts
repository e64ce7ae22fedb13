/**
 * Whether an app may be called back there: exactly a registered URI, but at any port of a loopback address, since a program on
 * a desk takes the port that is free (docs/zoom-facts.md §1.2, RFC 8252 §7.3).
 */
export function redirectIsRegistered(registered: readonly string[], uri: string): boolean {
  return registered.includes(uri) || registered.some((candidate) => sameButForLoopbackPort(candidate, uri))
}

function sameButForLoopbackPort(registered: string, uri: string): boolean {
  if (!URL.canParse(uri) || !URL.canParse(registered)) return false
  const [asked, allowed] = [new URL(uri), new URL(registered)]
  if (asked.protocol !== 'http:' || (asked.hostname !== '127.0.0.1' && asked.hostname !== '[::1]')) return false
  asked.port = allowed.port
  return asked.href === allowed.href
}
