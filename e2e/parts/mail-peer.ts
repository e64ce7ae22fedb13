import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type ReadMail, readMail } from './read-mail.ts'

/** A mail as a mail server gets it. */
export interface DeliveredMail extends ReadMail {
  /** Of the envelope. */
  readonly from: string
  readonly to: readonly string[]
}

/** A real mail server on this machine, which keeps what it gets. */
export interface MailPeer extends AsyncDisposable {
  readonly port: number
  /** For `SMTP_URL`. */
  readonly url: string
  readonly mails: DeliveredMail[]
  /** Answers from now on with such a code to whoever sends to the address; `undefined` takes its mails again. */
  refuse(address: string, code: number | undefined): void
  /** When so many mails have come in all. */
  received(count: number): Promise<void>
}

/** @param port of one that was stopped, to be back where it was */
export async function startMailPeer(port = 0, options: SMTPServerOptions = {}): Promise<MailPeer> {
  const mails: DeliveredMail[] = []
  const refused = new Map<string, number>()
  const waiting: (() => void)[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    // A sender keeps its connection for the next mail; nobody waits for that.
    closeTimeout: 100,
    ...options,
    onRcptTo({ address }, _session, done) {
      const responseCode = refused.get(address)
      done(responseCode === undefined ? null : Object.assign(new Error(`<${address}> is not taken`), { responseCode }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        // As bytes: which of them are letters is for the reader to find out.
        const mail = readMail(Buffer.concat(chunks).toString('latin1'))
        mails.push({ ...mail, from, to: envelope.rcptTo.map(({ address }) => address) })
        done()
        for (const look of waiting) look()
      })
    },
  })
  // A connection that breaks is seen by whoever sends.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = (server.server.address() as AddressInfo).port
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    refuse: (address, code) => {
      if (code === undefined) refused.delete(address)
      else refused.set(address, code)
    },
    received: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (mails.length >= count) resolve()
        }
        waiting.push(look)
        look()
      }),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
