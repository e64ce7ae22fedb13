import { ZoomError } from '../errors.ts'

/** What Zoom gives for a sign-in on another device, read. */
export interface DeviceCode {
  /** What the program proves itself with while it waits. A secret. */
  readonly deviceCode: string
  readonly userCode: string
  readonly verificationUri: string
  readonly verificationUriComplete: string | undefined
  /** In milliseconds since 1970. */
  readonly expiresAt: number
  /** The least wait between two questions. */
  readonly intervalMs: number
}

/** Where Zoom names no interval (RFC 8628 §3.2). */
const usualIntervalSeconds = 5

/**
 * Reads the answer of `/oauth/devicecode` (docs/zoom-facts.md §1.2). What a person is shown or is to open is looked at closely: it ends up on
 * a terminal and in a browser.
 *
 * @throws `ZoomError` `malformed_answer`
 */
export function parseDeviceCode(body: unknown, now: number): DeviceCode {
  const answer = body as Readonly<Record<string, unknown>>
  const text = (name: string, pattern: RegExp): string => {
    const value = answer[name]
    if (typeof value === 'string' && pattern.test(value)) return value
    throw malformed(name)
  }
  const address = (name: string): string => {
    const value = text(name, /^[\x21-\x7e]+$/)
    if (/^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value
    throw malformed(name)
  }
  const seconds = (name: string, value: unknown, least: number): number => {
    if (typeof value === 'number' && value >= least && value <= 86_400) return value
    throw malformed(name)
  }
  return {
    deviceCode: text('device_code', /^[\x21-\x7e]+$/),
    userCode: text('user_code', /^[\x20-\x7e]{1,100}$/),
    verificationUri: address('verification_uri'),
    verificationUriComplete:
      answer.verification_uri_complete === undefined ? undefined : address('verification_uri_complete'),
    expiresAt: now + seconds('expires_in', answer.expires_in, 1) * 1000,
    intervalMs: seconds('interval', answer.interval ?? usualIntervalSeconds, 0) * 1000,
  }
}

function malformed(name: string): ZoomError {
  return new ZoomError('malformed_answer', `The answer to oauthDeviceCode has no usable "${name}".`, {
    operation: 'oauthDeviceCode',
    outcome: 'not_done',
    remedy: 'Check oauthUrl and whether a proxy answers in the place of Zoom.',
  })
}
