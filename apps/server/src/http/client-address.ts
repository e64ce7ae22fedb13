import { BlockList, isIP, isIPv6 } from 'node:net'

/** Finds out who has sent a request. */
export type ClientAddressOf = (remote: string | undefined, forwardedFor: string | undefined) => string

/**
 * The address of the client: what the proxies say, from the nearest back to the first that is not ours. What a client writes into
 * `X-Forwarded-For` itself stands further left, and is never reached.
 *
 * @param trustedProxies addresses and networks, checked by `env.ts`
 */
export function createClientAddressOf(trustedProxies: readonly string[]): ClientAddressOf {
  const trusted = new BlockList()
  for (const one of trustedProxies) {
    const [address = '', prefix] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(prefix), family)
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (remote, forwardedFor) => {
    let address = plain(remote ?? '')
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(withoutPort(hop.trim())))
    for (let hop = hops.pop(); hop !== undefined && isIP(hop) !== 0 && isTrusted(address); hop = hops.pop())
      address = hop
    return address === '' ? 'unknown' : address
  }
}

/** Some proxies write the client's port too: `192.0.2.1:51234`, `[2001:db8::1]:51234`. */
function withoutPort(hop: string): string {
  return hop.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

/** IPv4 in the clothes of IPv6, as a socket for both shows it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

/** What counts as one client: of IPv6 the network, since one machine has all of its addresses (RFC 4291 §2.5.4). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [...(before ?? []), ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...(after ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
