import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'
import { ZoomApiError } from './zoom-error.ts'

/**
 * Answers only to names by which the emulator is meant: a page in a browser could otherwise reach it under a name of its own
 * (DNS rebinding). Meant are loopback names, Zoom's own (clients that were redirected here) and `allowHosts`.
 */
export function checkHost(allowHosts: readonly string[]): MiddlewareHandler<Env> {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()))
  let lastGood: string | undefined
  return (context, next) => {
    // A request without a socket, or of HTTP/1.0, has no Host and no page behind it.
    const host = context.req.header('host')
    if (host !== undefined && host !== lastGood) {
      if (!isMeant(host, allowed))
        throw new ZoomApiError(
          403,
          403,
          `This emulator does not answer to the host ${JSON.stringify(host.slice(0, 100))}: use localhost, or start it with --allow-host NAME (allowHosts: ['NAME']).`,
        )
      lastGood = host
    }
    return next()
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
