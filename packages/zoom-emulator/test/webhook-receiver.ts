import { createHmac } from 'node:crypto'
import type { Deliver } from '../src/webhooks/send.ts'

/** A delivery as it came. */
export interface Received {
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events field by field, and a wrong one fails them.
  readonly body: any
}

/** A program that receives webhooks, in this process. It answers the check of its address by itself. */
export interface Receiver {
  readonly deliver: Deliver
  /** What came, checks left out. */
  readonly received: Received[]
  /** How often its address was checked. */
  readonly checks: number
  /** What it answers from now on; an error stands for a connection that fails. */
  answer(status: number | Error): void
}

export const secretToken = 'a secret token of a test'
export const hmac = (text: string): string => createHmac('sha256', secretToken).update(text).digest('hex')

export function createReceiver(): Receiver {
  const received: Received[] = []
  let checks = 0
  let status: number | Error = 200
  return {
    received,
    get checks() {
      return checks
    },
    answer(next) {
      status = next
    },
    async deliver(request) {
      const text = await request.text()
      const body = JSON.parse(text)
      if (status instanceof Error) throw status
      if (body.event === 'endpoint.url_validation') {
        checks++
        const { plainToken } = body.payload
        return Response.json({ plainToken, encryptedToken: hmac(plainToken) }, { status })
      }
      received.push({ headers: request.headers, text, body })
      return new Response(null, { status })
    },
  }
}
