import type { DeskConfig } from '../../config.ts'
import { createOpenIdProvider, type OpenIdProvider, type OpenIdSurroundings } from './provider.ts'

/** Where the provider sends people back to: this stands in its settings. */
export const callbackPath = '/api/v1/sign-in/openid/callback'

/** The provider of the settings; nothing is asked of it yet. */
export function openIdProviderOf(
  { openid, publicUrl }: Pick<DeskConfig, 'openid' | 'publicUrl'>,
  surroundings: OpenIdSurroundings,
): OpenIdProvider | undefined {
  if (openid === undefined) return undefined
  const { issuer, clientId, clientSecret } = openid
  const redirectUri = publicUrl + callbackPath
  return createOpenIdProvider({ issuer, clientId, clientSecret: clientSecret.reveal(), redirectUri }, surroundings)
}
