import type { IncomingRequest } from './incoming-request.ts'
import { ZoomApiError } from './zoom-error.ts'

/**
 * Answers only to names by which the emulator is meant: a page in a browser could otherwise reach it under a name of its own
 * (DNS rebinding). Meant are loopback names, Zoom's own (clients that were redirected here) and `allowHosts`.
 */
export function createHostCheck(allowHosts: readonly string[]): (request: IncomingRequest) => void {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()))
  let lastGood: string | undefined
  return ({ headers }) => {
    // A request without a socket, or of HTTP/1.0, has no Host and no page behind it.
    const host = headers.get('host')
    if (host === null || host === lastGood) return
    if (!isMeant(host, allowed))
      throw new ZoomApiError(
        403,
        403,
        `This emulator does not answer to the host ${JSON.stringify(host.slice(0, 100))}: use localhost, or start it with --allow-host NAME (allowHosts: ['NAME']).`,
      )
    lastGood = host
  }
}

function isMeant(host: string, allowed: ReadonlySet<string>): boolean {
  const name = host.toLowerCase().replace(/:\d*$/, '')
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name) ||
    name === 'zoom.us' ||
    name.endsWith('.zoom.us') ||
    allowed.has(name) ||
    allowed.has(host.toLowerCase())
  )
}
