import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Surroundings } from './surroundings.ts'

type Terminal = Pick<Surroundings, 'stdin' | 'stderr'>

/** Asks a question on standard error and reads one line; `undefined` when the input ends without one. */
export function ask(terminal: Terminal, question: string): Promise<string | undefined> {
  return readLine(terminal, question, false)
}

/** Like `ask`, and what is typed is not shown. */
export function askSecret(terminal: Terminal, question: string): Promise<string | undefined> {
  return readLine(terminal, question, true)
}

async function readLine(terminal: Terminal, question: string, secret: boolean): Promise<string | undefined> {
  let muted = false
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!muted) terminal.stderr.write(String(chunk))
      done()
    },
  })
  const lines = createInterface({ input: terminal.stdin, output: echo, terminal: terminal.stdin.isTTY === true })
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)))
  const interrupted = new Promise<never>((_, reject) => lines.once('SIGINT', () => reject(new Interrupted())))
  try {
    const answer = lines.question(question)
    // The question stands there now; from here on readline would echo what is typed.
    muted = secret
    return await Promise.race([answer, ended, interrupted])
  } finally {
    lines.close()
    if (secret) terminal.stderr.write('\n')
  }
}

/** Ctrl-C at a question. */
class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** Everything on standard input, as text. */
export async function readAll(stdin: Surroundings['stdin']): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
