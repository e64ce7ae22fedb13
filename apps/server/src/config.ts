import type { Secret } from './secret.ts'

/** Every setting of the desk, read and checked by `env.ts`. */
export interface DeskConfig {
  /** As people know it: `Room desk of Springfield School`. */
  readonly name: string
  readonly database: DatabaseConfig
  /** Where people reach it, without a slash at the end: `https://desk.example.org`. */
  readonly publicUrl: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Addresses and networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** IANA: the zone in which the desk's days and weeks are counted until an administrator sets another. */
  readonly timeZone: string
  readonly zoom: ZoomConfig
  /** `undefined`: mails are kept, and shown on a page. */
  readonly smtp: SmtpConfig | undefined
  readonly openid: OpenIdConfig | undefined
  /** `apart`: `convene desk worker` runs them. */
  readonly workers: 'inside' | 'apart'
  readonly retention: RetentionConfig
  readonly logLevel: LogLevel
  /** People of the demo may be signed in by a click, and everybody sees the mails. Never with the real Zoom. */
  readonly isDemo: boolean
}

export type DatabaseConfig =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly connectionString: Secret }

export interface ZoomConfig {
  readonly is: 'real' | 'emulated'
  readonly credentials: ZoomCredentials
  /** Of the account: how many calls Zoom takes. */
  readonly plan: 'free' | 'pro' | 'business'
  /** Of the webhook's page at Zoom; `undefined`: the desk asks Zoom from time to time. */
  readonly webhookSecret: Secret | undefined
}

/** Of a Server-to-Server OAuth app. */
export interface ZoomCredentials {
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: Secret
  /** Where an emulator is; both or neither. */
  readonly apiUrl: string | undefined
  readonly oauthUrl: string | undefined
}

export interface SmtpConfig {
  /** `smtps://user:password@mail.example.org` */
  readonly url: Secret
  /** `Desk <desk@example.org>` */
  readonly from: string
}

export interface OpenIdConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: Secret
  /** On the button. */
  readonly name: string
  /** In lower case: whoever comes with a verified address of one of these becomes a member. Usually empty: administrators add members. */
  readonly memberDomains: readonly string[]
}

/** In days. */
export interface RetentionConfig {
  /** After its last date a booking loses title, agenda, people and passcode. */
  readonly bookings: number
  readonly audit: number
}

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]
