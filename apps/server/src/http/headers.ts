import type { DeskConfig } from '../config.ts'

/** What every answer says to browsers. */
export function securityHeaders({
  publicUrl,
  zoom,
}: Pick<DeskConfig, 'publicUrl' | 'zoom'>): Readonly<Record<string, string>> {
  const isHttps = publicUrl.startsWith('https://')
  // Where the form of the start button may end after its redirection; an emulator is on this machine.
  const starts = zoom.is === 'real' ? 'https:' : 'https: http://127.0.0.1:* http://localhost:*'
  return {
    // Neither inline scripts nor inline styles, and nothing from elsewhere.
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' ${starts}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000' }),
  }
}
