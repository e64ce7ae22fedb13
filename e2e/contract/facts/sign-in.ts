import { compare, confirmed, different, type Fact } from '../fact.ts'

export const signInFacts: readonly Fact[] = [
  {
    id: 'token-answer',
    section: '§1.2',
    says: 'A Server-to-Server token is a bearer token for an hour, with its scopes in one text.',
    async check(zoom) {
      const { body } = await zoom.askToken({ grant_type: 'account_credentials', account_id: zoom.target.accountId })
      const lives = body.expires_in === 3600 || body.expires_in === 3599
      if (!lives) return different(`expires_in ${body.expires_in}`)
      return compare([body.token_type, typeof body.scope, body.refresh_token], ['bearer', 'string', undefined])
    },
  },
  {
    id: 'wrong-secret',
    section: '§1.4',
    says: 'A wrong secret is refused with 401 and invalid_client.',
    async check(zoom) {
      const { clientId, accountId } = zoom.target
      const form = { grant_type: 'account_credentials', account_id: accountId }
      const { status, body } = await zoom.askToken(form, { clientId, clientSecret: 'not-the-secret' })
      return compare([status, body], [401, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }])
    },
  },
  {
    id: 'wrong-account',
    section: '§1.4',
    says: 'A wrong account id is refused with 400, invalid_request and the words "Bad Request".',
    async check(zoom) {
      const { status, body } = await zoom.askToken({ grant_type: 'account_credentials', account_id: 'no-such-account' })
      return compare([status, body], [400, { reason: 'Bad Request', error: 'invalid_request' }])
    },
  },
  {
    id: 'unknown-grant',
    section: '§1.4',
    says: 'An unknown grant is refused with unsupported_grant_type.',
    async check(zoom) {
      const { status, body } = await zoom.askToken({ grant_type: 'password', username: 'nobody' })
      return compare([status, body.error], [400, 'unsupported_grant_type'])
    },
  },
  {
    id: 'tokens-coexist',
    section: '§1.3',
    says: 'A new Server-to-Server token leaves the earlier one good.',
    switch: 'tokens',
    async check(zoom) {
      await zoom.call('GET', '/users/me')
      await zoom.askToken({ grant_type: 'account_credentials', account_id: zoom.target.accountId })
      return compare((await zoom.call('GET', '/users/me')).status, 200)
    },
  },
  {
    id: 'token-in-query',
    section: '§1.1',
    says: 'A token in the query string is refused with 401 and code 124.',
    async check({ target, askToken }) {
      const { body } = await askToken({ grant_type: 'account_credentials', account_id: target.accountId })
      const { status } = await fetch(`${target.apiUrl}/users/me?access_token=${body.access_token}`)
      return status === 401 ? confirmed : different(`status ${status}`)
    },
  },
  {
    id: 's2s-me',
    section: '§1.5',
    says: '`me` of a Server-to-Server app is the owner of the account or app.',
    async check(zoom) {
      const { status, body } = await zoom.call('GET', '/users/me')
      return compare([status, typeof body.id], [200, 'string'])
    },
  },
]
