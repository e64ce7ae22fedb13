import { type Language, languageFrom } from '@convene/booking/languages'
import { OpenIdFailure } from './failure.ts'

/** Somebody of whom the provider says that the address is theirs. */
export interface Identity {
  readonly email: string
  readonly name: string | undefined
  readonly language: Language | undefined
  /** IANA. */
  readonly timeZone: string | undefined
}

/**
 * Reads the claims (OpenID Connect Core §5.1).
 *
 * @throws {OpenIdFailure} `email_not_verified`: an address that anybody can type in would sign in as whoever has it.
 */
export function identityFromClaims(issuer: URL, claims: Readonly<Record<string, unknown>>): Identity {
  const { email, name, locale, zoneinfo } = claims
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new OpenIdFailure(
      'email_not_verified',
      'The provider gives no e-mail address: allow the scope "email" there.',
    )
  if (!isVerified(issuer, claims))
    throw new OpenIdFailure('email_not_verified', 'The provider does not say that the e-mail address is verified.')
  return {
    email,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : undefined,
    // Some providers write `zh_TW`.
    language: typeof locale === 'string' ? languageFrom([locale.replaceAll('_', '-')]) : undefined,
    timeZone: typeof zoneinfo === 'string' && isTimeZone(zoneinfo) ? zoneinfo : undefined,
  }
}

/**
 * Microsoft sends no `email_verified`. Its optional claim `xms_edov` says that the domain's owner is verified; of other providers it
 * would mean nothing.
 */
function isVerified(issuer: URL, { email_verified, xms_edov }: Readonly<Record<string, unknown>>): boolean {
  if (issuer.hostname !== 'login.microsoftonline.com') return email_verified === true
  return xms_edov === true || xms_edov === 1 || xms_edov === '1' || xms_edov === 'true'
}

function isTimeZone(name: string): boolean {
  try {
    // Offsets (`+08:00`) are taken too, but they are no zones: they know nothing of summer time.
    return /^[A-Za-z]/.test(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone)
  } catch {
    return false
  }
}
