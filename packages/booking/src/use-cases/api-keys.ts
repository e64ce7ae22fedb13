import { BookingError } from '../domain/booking-error.ts'
import { say } from '../domain/message.ts'
import type { ApiKey, Desk, RequestKey } from '../ports.ts'
import { once } from './once.ts'
import { audit } from './tell.ts'

/**
 * Keeps an API key of the member who asks. The key itself can be shown once, and no answer is kept that holds it: of a repeated request
 * the key that was made for the repetition takes the place of the first.
 *
 * @throws {BookingError} `not_allowed`, `key_reused`; `not_found` when it was removed meanwhile.
 */
export async function addApiKey(
  desk: Desk,
  request: RequestKey,
  asked: Pick<ApiKey, 'name' | 'scopes' | 'expiresAt' | 'tokenHash'>,
): Promise<ApiKey> {
  const { id } = await once(desk, request, async (transaction, member) => {
    const id = desk.createId()
    const kept = { ...asked, id, memberId: member.id, createdAt: desk.now(), lastUsedAt: undefined }
    await transaction.apiKeys.add(kept)
    await audit(desk, transaction, member.id, 'api_key_made', id, { scopes: asked.scopes })
    return { id }
  })
  return desk.store.transaction(async ({ apiKeys }) => {
    const kept = (await apiKeys.listOf(request.memberId)).find((key) => key.id === id)
    if (kept === undefined) throw notThere(id)
    if (kept.tokenHash === asked.tokenHash) return kept
    await apiKeys.remove(id, kept.memberId)
    const again = { ...kept, tokenHash: asked.tokenHash }
    await apiKeys.add(again)
    return again
  })
}

/** @throws {BookingError} `not_found`, for the keys of others too; `not_allowed`, `key_reused`. */
export function removeApiKey(
  desk: Desk,
  request: RequestKey,
  { keyId }: { readonly keyId: string },
): Promise<{ readonly id: string }> {
  return once(desk, request, async (transaction, member) => {
    if (!(await transaction.apiKeys.remove(keyId, member.id))) throw notThere(keyId)
    await audit(desk, transaction, member.id, 'api_key_removed', keyId)
    return { id: keyId }
  })
}

function notThere(id: string): BookingError {
  return new BookingError('not_found', say('not_there', {}), { field: 'id', value: id })
}
