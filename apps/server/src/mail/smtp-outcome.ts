/** What became of handing over a mail. Texts in it name no address in full. */
export type Delivery = 'sent' | { readonly is: 'temporary' | 'permanent'; readonly problem: string }

/**
 * What an error of nodemailer means. A 5xx about the mail or whom it is for stays so for ever (RFC 5321 §4.2.1). All else may pass: the
 * server is away, asks to come later (4xx), or refuses a password or a sender (`MAIL FROM`) that an administrator can mend.
 */
export function deliveryFromError(error: unknown): Delivery {
  const { code, command, responseCode, response, message } = (error ?? {}) as Readonly<Record<string, unknown>>
  const said = typeof response === 'string' && response !== '' ? response : String(message ?? error)
  const problem = withoutAddresses(`${typeof code === 'string' ? `${code}: ` : ''}${said}`)
  if (code === 'EAUTH' || command === 'MAIL FROM') return { is: 'temporary', problem }
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isRefused = typeof responseCode === 'number' ? responseCode >= 500 : true
  return { is: isAboutMail && isRefused ? 'permanent' : 'temporary', problem }
}

/** Enough of an address to know whom it was about. */
export function maskAddress(address: string): string {
  return address.replace(/^(.).*@/u, '$1…@')
}

/** A text on one line, of which no address can be read in full. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[^\s<>(),;:"]+@[^\s<>(),;:"]+/gu, maskAddress)
    .slice(0, 300)
}
