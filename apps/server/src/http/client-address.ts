import { BlockList, isIP } from 'node:net'

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
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()))
    for (let hop = hops.pop(); hop !== undefined && isIP(hop) !== 0 && isTrusted(address); hop = hops.pop())
      address = hop
    return address === '' ? 'unknown' : address
  }
}

/** IPv4 in the clothes of IPv6, as a socket for both shows it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
