import type { Role } from '../domain/member.ts'
import type { Instant, Language } from './common.ts'

/** What the page needs to know before anything else. */
export interface SessionView {
  /** `null`: nobody is signed in. */
  readonly member: MeView | null
  readonly desk: DeskView
  readonly signIn: SignInWays
}

/** Asked for again after `zoom_changed` of the events. */
export interface DeskView {
  readonly name: string
  readonly version: string
  /** Whether meetings are made on the real Zoom. */
  readonly zoom: 'real' | 'emulated'
  readonly isDemo: boolean
  readonly timeZone: string
  readonly languages: readonly Language[]
  /** `own`: only members' own hosts are booked. */
  readonly mode: 'own' | 'pool'
  readonly opening: 'without_host' | 'start_link'
  /** `page`: nothing is sent; mails lie on /mails. */
  readonly mail: 'smtp' | 'page'
  /** Since when Zoom does not answer; `null`: all is well. */
  readonly zoomAwaySince: Instant | null
  /** How the desk hears of changes at Zoom, and how late that may be, in minutes. */
  readonly hears: { readonly by: 'webhooks' | 'polling'; readonly lateByMinutes: number }
  /** By the desk's clock. */
  readonly now: Instant
}

/** How people can sign in to this desk. */
export interface SignInWays {
  readonly link: boolean
  /** The name on the button, `Sign in with …`; `null` where there is none. */
  readonly openid: { readonly name: string } | null
  /** People of the demo, to be signed in by a click. */
  readonly demo: readonly Pick<MeView, 'id' | 'name' | 'role' | 'language'>[]
}

/** Who is signed in, and what they have set for themselves. */
export interface MeView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language: Language
  readonly timeZone: string
}

/**
 * POST /api/v1/sign-in/link       {@link SignInLinkRequest} → 202, always the same answer: who is a member is not told
 * POST /api/v1/sign-in/confirm    {@link SignInConfirmation} → {@link SessionView}; the click on the page that a mail's link opens
 * POST /api/v1/sign-in/demo       {@link DemoSignIn} → {@link SessionView}
 * GET  /api/v1/sign-in/openid?next → the provider, and back to /api/v1/sign-in/openid/callback, and to `next`; what goes wrong leads
 *                                    to the page `/sign-in?problem={@link OpenIdProblem}`
 * POST /api/v1/sign-out           → 204
 * PATCH /api/v1/me                `{ name?, language?, timeZone? }` → {@link MeView}
 * GET  /api/v1/me/export          → everything that the desk keeps of the member, as JSON
 * The link of a mail leads to the page `/sign-in?next=…#token=…`, the one of the first admin to `/sign-in#first=…`.
 * Signing in needs no `Idempotency-Key`: a token works once.
 */
export interface SignInLinkRequest {
  readonly email: string
  /** A path of the page to go on to: `/bookings/…`. */
  readonly next?: string
}

/** The token of a link that came by mail. */
export interface SignInConfirmation {
  readonly token: string
  /** With the one-time link of the first admin alone. */
  readonly firstAdmin?: {
    readonly email: string
    readonly name: string
    readonly timeZone: string
    readonly language: Language
  }
}

/** Who is to be signed in by one click, at a demo desk. */
export interface DemoSignIn {
  readonly memberId: string
}

/**
 * Why a sign-in by OpenID Connect led nowhere: the provider does not answer; the person or the provider refused; it took too long, or
 * began in another browser; the provider does not say that the address is the person's; nobody here has that address; anything else.
 */
export type OpenIdProblem = 'provider_away' | 'refused' | 'expired' | 'email_not_verified' | 'not_a_member' | 'failed'
