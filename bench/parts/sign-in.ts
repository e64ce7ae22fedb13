import type { Shot } from './load.ts'

/** A token of the app that an emulator in a process of its own told about when it was ready. */
export async function signIn(
  shoot: (shot: Shot) => Promise<string>,
  ready: Readonly<Record<string, string>>,
): Promise<string> {
  const { url = '', ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = ready
  const answer = await shoot({
    method: 'POST',
    url: `${url}/oauth/token`,
    headers: {
      authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }).toString(),
    status: 200,
  })
  return (JSON.parse(answer) as { access_token: string }).access_token
}
