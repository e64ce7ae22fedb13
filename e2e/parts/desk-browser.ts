import assert from 'node:assert/strict'
import type { MeView, Problem, SessionView } from '@convene/booking/contract'

/** Asks a desk as a browser does: keeps cookies, says where its requests come from, and follows nothing by itself. */
export interface DeskBrowser {
  readonly cookies: Map<string, string>
  /** Each `Set-Cookie` that came, as it came. */
  readonly setCookies: string[]
  get(path: string): Promise<Response>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

/** @param url of the desk, as it stands in the address line; @param at where it is reached, behind a proxy elsewhere */
export function openDeskBrowser(url: string, at: string = url): DeskBrowser {
  const cookies = new Map<string, string>()
  const setCookies: string[] = []
  const ask = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(new URL(path, at), { ...init, method, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      setCookies.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    setCookies,
    get: (path) => ask('GET', path, {}),
    send: (method, path, body, headers) =>
      ask(method, path, {
        body: body === undefined ? null : JSON.stringify(body),
        headers: { origin: url, 'content-type': 'application/json', ...headers },
      }),
  }
}

export async function read<Body>(response: Response | Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body
}

/** Who the desk believes that the browser is. */
export async function whoIs(browser: DeskBrowser): Promise<MeView | null> {
  return (await read<SessionView>(browser.get('/api/v1/session'))).member
}

/** The code of a refusal, which has the status that it says. */
export async function problemOf(response: Response): Promise<Problem['code']> {
  const { code, status } = await read<Problem>(response)
  assert.equal(response.status, status)
  return code
}
