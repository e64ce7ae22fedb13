/** Sends requests from this process over kept connections, some at a time, and insists on the status. */
import { Agent, request } from 'node:http'

export interface Shot {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
}

/** Sends one request and gives the text of the answer. */
export const shoot: (shot: Shot) => Promise<string> = shootWith(16)

/** A `shoot` with so many connections of its own. */
export function shootWith(connections: number): (shot: Shot) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return (shot) => shootOver(agent, shot)
}

function shootOver(agent: Agent, shot: Shot): Promise<string> {
  const { method, url, headers, body, status } = shot
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () =>
        answer.statusCode === status
          ? resolve(text)
          : reject(new Error(`${method} ${url}: ${answer.statusCode} ${text}`)),
      )
    })
    sent.on('error', (error) => {
      // A server closes a connection that was idle; a request that met that is sent again.
      if (sent.reusedSocket) resolve(shootOver(agent, shot))
      else reject(error)
    })
    sent.end(body)
  })
}

/** Sends the same request `count` times, 16 at a time. */
export async function volley(shot: Shot, count: number): Promise<void> {
  let left = count
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await shoot(shot)
    }
  }
  await Promise.all(Array.from({ length: 16 }, one))
}
