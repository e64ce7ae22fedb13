import type { DeskConfig } from '../config.ts'
import { createSmtpTransport } from '../mail/smtp.ts'
import { openIdProviderOf } from '../sign-in/openid/provider-of.ts'
import type { Examination } from './examine-desk.ts'
import { type DeskFinding, note, ok, problem } from './finding.ts'

/** Whether the mail server answers and takes the password. */
export async function examineMail({ smtp }: DeskConfig, { now }: Examination): Promise<DeskFinding> {
  if (smtp === undefined)
    return note(
      'mail',
      'SMTP_URL is not set: mails lie on a page and are not sent, so that nobody can sign in by mail.',
    )
  const transport = createSmtpTransport({ url: smtp.url.reveal(), from: smtp.from, now })
  const checked = await transport.check()
  transport.close()
  if (checked === 'sent') return ok('mail', 'The mail server answers, and takes the password.')
  return problem('mail', `The mail server does not take mails of the desk (${checked.problem}): check SMTP_URL.`)
}

/** Whether the OpenID provider tells about itself. */
export async function examineOpenId(
  config: DeskConfig,
  { now, fetch }: Examination,
): Promise<DeskFinding | readonly DeskFinding[]> {
  const provider = openIdProviderOf(config, { fetch, now })
  if (provider === undefined) return []
  try {
    await provider.addressFor({ state: 'x', nonce: 'x', codeVerifier: 'x'.repeat(43) })
    return ok('openid', `${config.openid?.issuer} tells about itself.`)
  } catch {
    return problem(
      'openid',
      `${config.openid?.issuer} does not tell about itself: check OPENID_ISSUER, which has no path of its own there.`,
    )
  }
}

const patienceMs = 10_000

/** Whether the desk is found where people are told to go. */
export async function examineAddress({ publicUrl }: DeskConfig, surroundings: Examination): Promise<DeskFinding> {
  const limit = new AbortController()
  const cancel = surroundings.setTimer(patienceMs, () => limit.abort())
  try {
    const { status } = await surroundings.fetch(`${publicUrl}/health`, { signal: limit.signal, redirect: 'manual' })
    if (status === 200) return ok('address', `A desk answers at ${publicUrl}.`)
    return problem('address', `${publicUrl}/health answers ${status}: check PUBLIC_URL and the proxy.`)
  } catch {
    return note(
      'address',
      `Nothing answers at ${publicUrl}. That is right while the desk is stopped; else check PUBLIC_URL and the proxy.`,
    )
  } finally {
    cancel()
  }
}
