import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OpenIdFailure } from './failure.ts'
import { identityFromClaims } from './identity.ts'

const google = new URL('https://accounts.google.com')
const microsoft = new URL('https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0')
const email = 'mei@example.org'

const believed: readonly [string, URL, Record<string, unknown>, boolean][] = [
  ['a verified address', google, { email, email_verified: true }, true],
  ['an address that is not verified', google, { email, email_verified: false }, false],
  ['a word instead of a yes', google, { email, email_verified: 'true' }, false],
  ["Microsoft's claim from somebody else", google, { email, xms_edov: true }, false],
  ["Microsoft's claim from Microsoft", microsoft, { email, xms_edov: true }, true],
  ["Microsoft's claim as a number", microsoft, { email, xms_edov: 1 }, true],
  ["Microsoft's claim saying no", microsoft, { email, xms_edov: false }, false],
  ['Microsoft without its claim', microsoft, { email, email_verified: true }, false],
  ['a name in the place of an address', google, { email: 'example.org', email_verified: true }, false],
  ['no address', google, { email_verified: true }, false],
  ['an address that is no text', google, { email: [email], email_verified: true }, false],
]
for (const [title, issuer, claims, yes] of believed)
  test(`${title} is ${yes ? 'believed' : 'not believed'}`, () => {
    if (yes) assert.equal(identityFromClaims(issuer, claims).email, email)
    else assert.throws(() => identityFromClaims(issuer, claims), OpenIdFailure)
  })

test('name, language and zone are taken where they can be used', () => {
  const of = (claims: Record<string, unknown>) => {
    const { name, language, timeZone } = identityFromClaims(google, { email, email_verified: true, ...claims })
    return [name, language, timeZone]
  }
  assert.deepEqual(of({ name: ' Ayşe ', locale: 'tr-TR', zoneinfo: 'Europe/Istanbul' }), [
    'Ayşe',
    'tr',
    'Europe/Istanbul',
  ])
  assert.deepEqual(of({ name: ' ', locale: 'zh_TW', zoneinfo: 'Nowhere/Place' }), [undefined, 'zh-TW', undefined])
  assert.deepEqual(of({ name: 7, locale: 7, zoneinfo: '+08:00' }), [undefined, undefined, undefined])
})
