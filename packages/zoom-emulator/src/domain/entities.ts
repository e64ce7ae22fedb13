/** What the emulator remembers. Our own names in camelCase; `present/` turns them into Zoom's. Instants are ms since 1970. */

import type { RegistrationQuestions } from './registration-questions.ts'

export type Plan = 'free' | 'pro' | 'business'

export interface Account {
  readonly id: string
  name: string
  plan: Plan
  /** IANA zone of the account: the default of its users. */
  timeZone: string
  /** `en-US`, `zh-TW`, …: the language of invitation texts. */
  language: string
  /** The user who owns the account: `me` of a Server-to-Server token. */
  ownerId: string
  /** How many Licensed users there can be; absent: as many as are asked for. */
  licences?: number
  /** How many Basic users there can be; absent: any number. */
  basicUsers?: number
  /** Only addresses of these domains may join the account; absent: all. */
  limitedDomains?: readonly string[]
  /** Addresses of these domains may not join it. */
  blockedDomains?: readonly string[]
  /** Domains that belong to the account: their users cannot leave it. */
  managedDomains?: readonly string[]
  /** Only administrators change names, host keys, personal ids and pictures. */
  profilesLocked?: true
  /** The account's own settings, in wire form; users have them where they choose nothing else. */
  settings?: SettingsGroups
  /** Settings that hold for every user, whatever the user chose. */
  locks?: Readonly<Record<string, Readonly<Record<string, boolean>>>>
}

export type App = ServerToServerApp | OAuthApp | JwtApp

interface AppBase {
  /** The client id, or the API key of a legacy JWT app. Unique. */
  readonly clientId: string
  readonly accountId: string
  readonly clientSecret: string
  name: string
  /** Scopes the app was given; `undefined`: everything, in classic and granular names. */
  scopes?: readonly string[]
}
export interface ServerToServerApp extends AppBase {
  readonly type: 'server_to_server'
}
export interface OAuthApp extends AppBase {
  readonly type: 'oauth'
  redirectUris: readonly string[]
}
export interface JwtApp extends AppBase {
  readonly type: 'jwt'
}

/** 1 Basic, 2 Licensed, 4 unassigned, 99 without a meetings licence (docs/zoom-facts.md §4). */
export type UserType = 1 | 2 | 4 | 99

/** How a user came to be: the `action` of the call that made it. */
export type UserOrigin = 'create' | 'autoCreate' | 'custCreate' | 'ssoCreate'

export interface User {
  readonly id: string
  readonly accountId: string
  email: string
  firstName: string
  lastName: string
  displayName: string
  type: UserType
  status: 'active' | 'inactive' | 'pending'
  timeZone: string
  language: string
  /** Personal meeting id, 10 digits. */
  pmi: number
  roleId: string
  department: string
  /** Users who may schedule for this one (Zoom: assistants). */
  assistantIds: string[]
  createdAt: number
  lastLoginAt?: number
  /** Absent for users of a seed: as `create`. */
  origin?: UserOrigin
  /** Of a pending user: until when the invitation can be accepted. */
  invitedUntil?: number
  /** Lets its owner take over as host. */
  hostKey?: string
  /** The name in `/my/{name}`. */
  vanityName?: string
  /** What is kept as it was sent, in wire form: company, job_title, phone_numbers, … */
  profile?: Readonly<Record<string, unknown>>
  /** The settings that were sent, group by group in wire form; over the account's and the defaults. */
  settings?: SettingsGroups
  presence?: { readonly status: string; readonly until?: number }
  /** The picture's place below `/p/{userId}/`; the bytes are in `store.pictures`. */
  pictureId?: string
  /** Salted digests, the newest first, each with the instant of its making. */
  passwords?: readonly { readonly digest: string; readonly at: number }[]
  /** Grows when the user is signed out everywhere: start links and zaks of before are over. */
  signOuts?: number
}

/** Settings in wire form: group, name, value. */
export type SettingsGroups = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** 1 instant, 2 scheduled, 3 recurring without fixed time, 8 recurring with fixed time, 10 screen share only (2026). */
export type MeetingType = 1 | 2 | 3 | 8 | 10
/** 5 webinar, 6 recurring without fixed time, 9 recurring with fixed time. */
export type WebinarType = 5 | 6 | 9

/** Zoom's recurrence object as it is kept: in wire form, defaults filled in. */
export interface Recurrence {
  type: 1 | 2 | 3
  repeat_interval: number
  weekly_days?: string
  monthly_day?: number
  monthly_week?: -1 | 1 | 2 | 3 | 4
  monthly_week_day?: number
  end_times?: number
  end_date_time?: string
}

export interface Occurrence {
  /** Epoch milliseconds of the original start, as a string; it stays when the occurrence is moved. */
  readonly occurrenceId: string
  startAt: number
  durationMinutes: number
  status: 'available' | 'deleted'
  /** What was changed for this one occurrence alone. */
  changes?: { agenda?: string; settings?: Record<string, unknown> }
}

/** A meeting, or a webinar: that is a meeting of a type of its own (see `kindOf`). */
export interface Meeting {
  readonly id: number
  /** One an instance: starting a recurring meeting makes a new one. */
  uuid: string
  readonly accountId: string
  hostId: string
  /** Who scheduled it, when that was not the host. */
  assistantId?: string
  topic: string
  agenda: string
  type: MeetingType | WebinarType
  status: 'waiting' | 'started'
  /** Absent for type 1 before its start and type 3. */
  startAt?: number
  durationMinutes: number
  timeZone: string
  /** Empty when the meeting has none. */
  password: string
  /** The `pwd` of links; changes with the passcode. */
  encryptedPassword: string
  /** Numeric passcode of telephones and room systems; empty when the meeting has none. */
  numericPassword: string
  /** The host's settings keep the passcode out of join links. */
  plainLink?: true
  /** The host's settings let telephones in without a passcode. */
  openToPhones?: true
  preSchedule: boolean
  usePmi: boolean
  recurrence?: Recurrence
  occurrences?: Occurrence[]
  /** The settings that were sent, in wire form; `present/` lays them over the defaults. */
  settings: Record<string, unknown>
  trackingFields: readonly { field: string; value: string }[]
  /** What those who register are asked; absent where nothing was ever set. */
  registrationQuestions?: RegistrationQuestions
  createdAt: number
  startedAt?: number
  /** In the trash since then: not found by id, but `recover` brings it back. */
  deletedAt?: number
  /** Set when it ended; a later start of a recurring meeting clears it. */
  endedAt?: number
  creationSource: 'open_api' | 'web_portal' | 'other'
}

/** Something that the emulator alone knows. */
export interface Secret {
  /** What it is for. */
  readonly name: string
  readonly value: string
}

export interface AccessToken {
  readonly token: string
  readonly clientId: string
  readonly accountId: string
  readonly userId: string
  readonly scopes: readonly string[]
  readonly expiresAt: number
}

export interface RefreshToken {
  /** Given to an app that proved itself by PKCE alone, which may therefore renew it without a secret. */
  readonly publicClient?: true
  readonly token: string
  readonly clientId: string
  readonly accountId: string
  readonly userId: string
  readonly scopes: readonly string[]
  readonly expiresAt: number
}

export interface AuthorizationCode {
  readonly code: string
  readonly clientId: string
  readonly userId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly codeChallenge?: string
  readonly codeChallengeMethod?: 'S256' | 'plain'
  readonly expiresAt: number
}
