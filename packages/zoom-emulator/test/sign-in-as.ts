import type { Answer, TestZoom } from './start-zoom.ts'

const redirect_uri = 'http://127.0.0.1/callback'

/** Calls as an app that a user allowed on the consent page. */
export async function signInAs(
  zoom: TestZoom,
  user: string,
): Promise<(method: string, path: string, body?: object) => Promise<Answer>> {
  const { url } = zoom.emulator
  const asked = { response_type: 'code', client_id: 'demo-oauth-client', redirect_uri, user, decision: 'allow' }
  const form = new URLSearchParams(asked)
  const allowed = await fetch(`${url}/oauth/authorize`, { method: 'POST', body: form, redirect: 'manual' })
  const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const exchanged = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri }),
  })
  const { access_token } = (await exchanged.json()) as { access_token: string }
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
}
