import { isLoopback } from '../http/addresses.ts'

/** Where webhooks may go. */
export interface WebhookPlaces {
  /** Host names beside the loopback ones. */
  readonly allowHosts: readonly string[]
  /** Nothing reaches a network, so every address will do. */
  readonly isInProcess: boolean
}

/**
 * Why no webhook may go to `url`, with what to do; `undefined` where it may. By default nothing leaves this machine; Zoom itself
 * wants https and a public name (docs/zoom-facts.md §9).
 */
export function addressProblem(url: string, { allowHosts, isInProcess }: WebhookPlaces): string | undefined {
  const shown = JSON.stringify(url.slice(0, 200))
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return `${shown} is no address; use one such as http://127.0.0.1:3000/webhooks`
  if (parsed.username || parsed.password) return 'the address holds a name or a password; leave those out'
  if (parsed.hash) return `${shown} has a fragment (#…); leave that out`
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  const isMeant = isInProcess || isLoopback(host) || host.endsWith('.localhost') || allowHosts.includes(host)
  if (isMeant) return undefined
  return `${host} is another machine, and the emulator sends nothing there by itself; start it with webhookHosts: ['${host}'] (--webhook-host ${host})`
}
