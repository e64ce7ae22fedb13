import type { RunningEmulator } from '@convene/zoom-emulator'

/** A meeting as somebody sees it in Zoom's own pages. */
export interface PortalMeeting {
  readonly id: number
  readonly topic: string
  readonly agenda?: string
  readonly start_time: string
  readonly timezone: string
  readonly duration: number
  readonly join_url: string
}

/** What people do at Zoom by themselves: no network of ours in between, and nothing goes wrong. */
export interface Portal {
  create(host: string, meeting: Omit<PortalMeeting, 'id' | 'join_url'>): Promise<PortalMeeting>
  read(id: number): Promise<PortalMeeting>
  edit(id: number, fields: Partial<PortalMeeting>): Promise<void>
  delete(id: number): Promise<void>
  recover(id: number): Promise<void>
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
    if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status} ${text}`)
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
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const now = emulator.clock.now()
    if (signedIn === undefined || now >= signedIn.until) signedIn = { token: await signIn(), until: now + 3_000_000 }
    const text = await fetched(`/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${signedIn.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    create: (host, meeting) =>
      call('POST', `/users/${host}/meetings`, { type: 2, ...meeting }) as Promise<PortalMeeting>,
    read: (id) => call('GET', `/meetings/${id}`) as Promise<PortalMeeting>,
    edit: async (id, fields) => void (await call('PATCH', `/meetings/${id}`, fields)),
    delete: async (id) => void (await call('DELETE', `/meetings/${id}`)),
    recover: async (id) => void (await call('PUT', `/meetings/${id}/status`, { action: 'recover' })),
    async list(host) {
      const rows: PortalMeeting[] = []
      let page: string | undefined
      do {
        const next = page === undefined ? '' : `&next_page_token=${encodeURIComponent(page)}`
        const answer = (await call('GET', `/users/${host}/meetings?type=scheduled&page_size=300${next}`)) as {
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
