import type { User } from './entities.ts'
import type { TokenSigner } from './signed-token.ts'

/** A start link works for 2 hours (docs/zoom-facts.md §8), and so does a token for which nobody says how long. */
const zakLifeMs = 2 * 3_600_000
/** The tokens of users that the API made live 90 days. */
const apiUserZakLifeMs = 90 * 86_400_000

/** How long a token lives that is asked for without a `ttl`, in ms. */
export function usualZakLifeMs({ origin }: User): number {
  return origin === 'custCreate' ? apiUserZakLifeMs : zakLifeMs
}

/** A token by which its holder starts the user's meetings, until `expiresAt` (ms since 1970). */
export function createZak(links: TokenSigner, user: User, expiresAt: number): string {
  return links.sign(zakText(user), expiresAt)
}

/** Whether a token is a zak of the user, and was made since the user was last signed out everywhere. */
export function isZakOf(links: TokenSigner, user: User, zak: string, now: number): boolean {
  return links.read(zak, now) === zakText(user)
}

function zakText({ id, signOuts }: User): string {
  return signOuts ? `zak ${id} ${signOuts}` : `zak ${id}`
}
