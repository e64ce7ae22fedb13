import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'

/** Calls of the desk's API as somebody who is signed in. */
export interface DeskCaller {
  call<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>
}

type Machine = Pick<Surroundings, 'send' | 'now'>

/** A desk, and who calls it; without a cookie nobody in particular. */
interface Desk {
  readonly url: string
  readonly machine: Machine
  readonly cookie?: string
}

/** Signs in as one of the people of the demo. */
export async function signInToDemo(url: string, memberId: string, machine: Machine): Promise<DeskCaller> {
  const answer = await send({ url, machine }, 'POST', '/api/v1/sign-in/demo', { memberId })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    async call<Answer>(method: 'GET' | 'POST', path: string, body?: object) {
      const text = await (await send({ url, machine, cookie }, method, path, body)).text()
      return JSON.parse(text ?? '') as Answer
    },
  }
}

/** What the desk says to everybody. */
export async function askDesk<Answer>(url: string, path: string, machine: Machine): Promise<Answer> {
  return JSON.parse((await (await send({ url, machine }, 'GET', path)).text()) ?? '') as Answer
}

/** The desk believes a write of its own pages alone, which say where they come from; it needs a key, by which it is done once. */
async function send(
  { url, machine, cookie }: Desk,
  method: string,
  path: string,
  body?: object,
): ReturnType<Surroundings['send']> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const key = `convene-demo-${machine.now()}`
  const ofWrite = { origin: url, 'content-type': 'application/json', 'idempotency-key': key }
  const headers = { ...(cookie !== undefined && { cookie }), ...(text !== undefined && ofWrite) }
  const answer = await machine.send(method, `${url}${path}`, headers, text)
  if (answer.status < 400) return answer
  const says = `The desk answered ${answer.status} to ${method} ${path}: ${await answer.text()}`
  throw new CommandError('desk_refused', says, { exitCode: exitCodes.refused })
}
