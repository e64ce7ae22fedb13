import type { MiddlewareHandler } from 'hono'
import type { DeskConfig } from '../config.ts'
import type { Env } from './env.ts'
import { HttpProblem } from './http-problem.ts'

/** What programs that watch over the desk call by whatever address it has. None of it tells of a person. */
const forProbes: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics'])

/**
 * Refuses what is not meant for this desk (RFC 9110 §7.4): a foreign page could have its own name point here, and a browser would let it
 * read as if the desk were its own (DNS rebinding). `X-Forwarded-Host` is not read: such a page could write into it what it likes.
 */
export function checkHost(config: Pick<DeskConfig, 'publicUrl' | 'host' | 'port'>): MiddlewareHandler<Env> {
  const { publicUrl } = config
  const own = namesOf(config)
  return async ({ req }, next) => {
    const asked = new URL(req.url).host
    const given = req.header('host') ?? asked
    // A whole URL in the first line of a request counts before its Host (RFC 9112 §3.2.2).
    const isOurs = [given, asked].every((one) => own.has(hostFrom(one, publicUrl)))
    if (!isOurs && !forProbes.has(req.path))
      throw new HttpProblem(
        'misdirected',
        `The desk does not answer by this name: use ${publicUrl}. A proxy hands on the name by which it was called (nginx: proxy_set_header Host $host).`,
        { field: 'Host', value: given.slice(0, 200) },
      )
    await next()
  }
}

/** The public name, where a proxy hands it on also without its port; and this machine's own, which lead to nobody else. */
function namesOf({ publicUrl, host, port }: Pick<DeskConfig, 'publicUrl' | 'host' | 'port'>): ReadonlySet<string> {
  const { host: name, hostname } = new URL(publicUrl)
  const here = ['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host]
  return new Set([name, hostname, ...here.map((one) => hostFrom(`${one}:${port}`, 'http:'))])
}

/** In one form, without the port that the protocol has anyway. What is no host stays as it is, and is nobody's name. */
function hostFrom(given: string, publicUrl: string): string {
  const url = /^[^/?#@\\]+$/.test(given) ? URL.parse(`${publicUrl.slice(0, publicUrl.indexOf(':'))}://${given}`) : null
  return url?.host ?? given
}
