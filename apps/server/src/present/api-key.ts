import type { ApiKey } from '@convene/booking'
import type { ApiKeyView, ApiScope } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

export function presentApiKey({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKey): ApiKeyView {
  return {
    id,
    name,
    // Only these were ever kept.
    scopes: scopes as readonly ApiScope[],
    createdAt: presentInstant(createdAt),
    expiresAt: expiresAt === undefined ? null : presentInstant(expiresAt),
    lastUsedAt: lastUsedAt === undefined ? null : presentInstant(lastUsedAt),
  }
}
