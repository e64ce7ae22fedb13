import type { App } from './entities.ts'
import { secretTokenOf } from './webhook-signature.ts'

/**
 * What a program in any language needs in its environment to be this app against this emulator.
 *
 * @param url where the emulator is, no slash at the end.
 */
export function environmentOf(app: App | undefined, url: string): Record<string, string> {
  return {
    ...(app && credentialsOf(app)),
    ZOOM_API_URL: `${url}/v2`,
    ZOOM_OAUTH_URL: `${url}/oauth`,
    ...(app && { ZOOM_WEBHOOK_SECRET_TOKEN: secretTokenOf(app) }),
  }
}

function credentialsOf({ type, accountId, clientId, clientSecret }: App): Record<string, string> {
  if (type === 'jwt') return { ZOOM_API_KEY: clientId, ZOOM_API_SECRET: clientSecret }
  return {
    ...(type === 'server_to_server' && { ZOOM_ACCOUNT_ID: accountId }),
    ZOOM_CLIENT_ID: clientId,
    ZOOM_CLIENT_SECRET: clientSecret,
  }
}
