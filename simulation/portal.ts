import type { PortalControl, RunningEmulator } from '@convene/zoom-emulator'

/** A meeting as somebody sees it in Zoom's own pages. */
export interface PortalMeeting {
  readonly id: number
  readonly topic: string
  readonly agenda?: string
  readonly start_time: string
  readonly timezone: string
  readonly duration: number
}

/** What people see and do at Zoom by themselves: no network of ours in between, and nothing goes wrong. */
export interface Portal extends Pick<PortalControl, 'schedule' | 'duplicate' | 'edit' | 'delete' | 'recover'> {
  /** Another program makes a meeting over the API. */
  create(host: string, meeting: Omit<PortalMeeting, 'id'>): Promise<number>
  read(id: number): Promise<PortalMeeting>
  /** The meetings of a host, all of them. */
  list(host: string): Promise<readonly PortalMeeting[]>
}

/** @param onFetch told before (1) and after (-1) each moment in which the emulator is at work. */
export async function openPortal(emulator: RunningEmulator, onFetch: (change: 1 | -1) => void): Promise<Portal> {
  const fetched = async (path: string, init: RequestInit): Promise<string> => {
    onFetch(1)
    const response = await emulator.fetch(path, init)
    const text = await response.text()
    onFetch(-1)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return text
  }
  const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '' } = emulator.env
  const signIn = async (): Promise<string> => {
    const text = await fetched('/oauth/token', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}` },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
    })
    return (JSON.parse(text) as { access_token: string }).access_token
  }
  let signedIn: { readonly token: string; readonly until: number } | undefined
  const call = async (path: string, body?: object): Promise<unknown> => {
    const now = emulator.clock.now()
    if (signedIn === undefined || now >= signedIn.until) signedIn = { token: await signIn(), until: now + 3_000_000 }
    const headers = { authorization: `Bearer ${signedIn.token}`, 'content-type': 'application/json' }
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    return JSON.parse(await fetched(`/v2${path}`, init))
  }
  return {
    ...emulator.control.portal,
    create: async (host, meeting) => ((await call(`/users/${host}/meetings`, meeting)) as PortalMeeting).id,
    read: (id) => call(`/meetings/${id}`) as Promise<PortalMeeting>,
    async list(host) {
      const rows: PortalMeeting[] = []
      let page: string | undefined
      do {
        const next = page === undefined ? '' : `&next_page_token=${encodeURIComponent(page)}`
        const answer = (await call(`/users/${host}/meetings?type=scheduled&page_size=300${next}`)) as {
          readonly meetings: readonly PortalMeeting[]
          readonly next_page_token?: string
        }
        rows.push(...answer.meetings)
        page = answer.next_page_token || undefined
      } while (page !== undefined)
      return rows
    },
  }
}
