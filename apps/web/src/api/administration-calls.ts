import type {
  ApiKeyInput,
  ApiKeyView,
  AuditView,
  BookingView,
  CalendarView,
  ConnectionView,
  DriftView,
  HostInput,
  HostView,
  MailView,
  MemberInput,
  MemberView,
  NewApiKeyView,
  PageOf,
  PoliciesView,
  ZoomUserView,
} from '@convene/booking/contract'
import { type Call, path, pathWith, read, write } from './call.ts'

interface Rows<Row> {
  readonly rows: readonly Row[]
}
interface PageQuery {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export const readCalendar = (from: string, to: string, whose: 'mine' | 'all'): Call<CalendarView> =>
  read('/calendar', { from, to, whose })

export const listHosts = (): Call<Rows<HostView>> => read('/hosts')
export const listZoomUsers = (): Call<Rows<ZoomUserView>> => read('/hosts/zoom-users')
export const addHost = (host: HostInput): Call<HostView> => write('POST', '/hosts', host)
export const changeHost = (id: string, host: HostInput): Call<HostView> => write('PATCH', path`/hosts/${id}`, host)
export const checkHost = (id: string): Call<HostView> => write('POST', path`/hosts/${id}/check`, {})

export const listMembers = (query: PageQuery & { readonly search?: string }): Call<PageOf<MemberView>> =>
  read('/members', { ...query })
export const addMember = (member: MemberInput): Call<MemberView> => write('POST', '/members', member)
export const changeMember = (id: string, member: MemberInput): Call<MemberView> =>
  write('PATCH', path`/members/${id}`, member)
export const eraseMember = (id: string): Call<void> => write('DELETE', path`/members/${id}`)
export const memberDataAddress = (id: string): string => `/api/v1${path`/members/${id}/export`}`

export const readPolicies = (): Call<PoliciesView> => read('/policies')
export const setPolicies = (policies: Omit<PoliciesView, 'pool'>): Call<PoliciesView> =>
  write('PUT', '/policies', policies)
export const confirmPool = (): Call<PoliciesView> => write('POST', '/policies/pool', { confirmed: true })
export const withdrawPool = (): Call<PoliciesView> => write('DELETE', '/policies/pool')

export const listApprovals = (query: PageQuery = {}): Call<PageOf<BookingView>> => read('/approvals', { ...query })

export const listDrift = (): Call<Rows<DriftView>> => read('/drift')
export const restoreDrift = (bookingId: string): Call<BookingView> =>
  write('POST', path`/drift/${bookingId}/restore`, {})
export const acceptDrift = (bookingId: string): Call<BookingView> => write('POST', path`/drift/${bookingId}/accept`, {})
export const chooseDrift = (bookingId: string, meetingId: number | 'none'): Call<BookingView> =>
  write('POST', path`/drift/${bookingId}/choose`, { meetingId })

export interface AuditQuery extends PageQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly order?: 'newest' | undefined
}
export const listAudit = (query: AuditQuery): Call<PageOf<AuditView>> => read('/audit', { ...query })
export const auditFileAddress = (form: 'csv' | 'jsonl', { from, to }: AuditQuery): string =>
  `/api/v1${pathWith(`/audit.${form}`, { from, to })}`

export const testConnection = (): Call<ConnectionView> => write('POST', '/connection/test', {})

export const listApiKeys = (): Call<Rows<ApiKeyView>> => read('/api-keys')
export const addApiKey = (key: ApiKeyInput): Call<NewApiKeyView> => write('POST', '/api-keys', key)
export const removeApiKey = (id: string): Call<void> => write('DELETE', path`/api-keys/${id}`)

export const listMails = (query: PageQuery = {}): Call<PageOf<MailView>> => read('/mails', { ...query })
