import type { AuthStrategy, Token } from '../auth/strategy.ts'
import { ZoomError } from '../errors.ts'
import type { Ambient } from './ambient.ts'
import type { Operation, Requester, RequestParts } from './operation.ts'

export interface PipelineConfig {
  readonly auth: AuthStrategy
  readonly apiUrl: string
  readonly oauthUrl: string
  readonly ambient: Ambient
}

export function createPipeline(config: PipelineConfig): Requester {
  const { ambient } = config
  let token: Token | undefined
  return {
    async request<Answer>(operation: Operation, parts: RequestParts) {
      token ??= await config.auth.fetchToken(
        {
          now: () => ambient.now(),
          async tokenEndpoint(form, client) {
            const answer = await ambient.fetch(`${config.oauthUrl}/token`, {
              method: 'POST',
              headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
              body: new URLSearchParams(form),
            })
            if (!answer.ok) throw new ZoomError('sign_in_refused', `Zoom refused the app: ${answer.status}`)
            const body = (await answer.json()) as { access_token: string; expires_in: number }
            return { accessToken: body.access_token, expiresAt: ambient.now() + body.expires_in * 1000, scopes: [] }
          },
        },
        undefined,
      )
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(String(parts.path?.[name] ?? '')),
      )
      const answer = await ambient.fetch(config.apiUrl + path, {
        method: operation.method,
        headers: { authorization: `Bearer ${token.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(parts.body),
      })
      if (!answer.ok) throw new ZoomError('zoom_refused', `Zoom answered ${answer.status}`)
      return (await answer.json()) as Answer
    },
  }
}
