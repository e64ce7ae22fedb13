import { isIP } from 'node:net'
import { optionsFromEnvironment, ZoomError } from '@convene/zoom'
import {
  type DatabaseConfig,
  type DeskConfig,
  logLevels,
  type OpenIdConfig,
  type SmtpConfig,
  type ZoomConfig,
} from './config.ts'
import { canDecode, parseSmtpUrl } from './mail/smtp-url.ts'
import { Secret } from './secret.ts'
import { createSettingReader, type Environment, type SettingReader } from './setting-reader.ts'

/** What no setting says, but the command that starts the desk. */
export interface ConfigOptions {
  /** People of the demo, mails for everybody to see. Refused with the real Zoom. */
  readonly isDemo?: boolean
}

const defaultPort = 4760
const year = 366

/**
 * Reads every setting of the desk.
 *
 * @throws SettingsError with all mistakes at once, each with its remedy
 */
export function configFromEnvironment(environment: Environment, { isDemo = false }: ConfigOptions = {}): DeskConfig {
  const read = createSettingReader(environment)
  const host =
    read.parsed('HOST', hostFrom, 'give an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them.') ??
    '127.0.0.1'
  const port = read.wholeNumber('PORT', defaultPort, 0, 65_535)
  const zoom = readZoom(read, environment)
  if (isDemo && zoom.is === 'real') read.mistake('ZOOM_API_URL', 'is not set: the demo runs on an emulated Zoom alone.')
  const config: DeskConfig = {
    name: read.text('DESK_NAME') ?? 'Booking desk',
    database: readDatabase(read),
    publicUrl: readPublicUrl(read, host, port),
    host,
    port,
    trustedProxies:
      read.parsed(
        'TRUSTED_PROXIES',
        proxiesFrom,
        'give addresses or networks with commas between: 10.0.0.5, 172.16.0.0/12.',
      ) ?? [],
    timeZone: read.parsed('TIME_ZONE', timeZoneFrom, 'give an IANA time zone: Asia/Taipei.') ?? 'UTC',
    zoom,
    smtp: readSmtp(read),
    openid: readOpenId(read),
    workers: read.oneOf('CONVENE_WORKERS', ['inside', 'apart'], 'inside'),
    retention: {
      bookings: read.wholeNumber('RETENTION_BOOKING_DAYS', 90, 1, 10 * year),
      audit: read.wholeNumber('RETENTION_AUDIT_DAYS', 365, 1, 10 * year),
    },
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
    isDemo,
  }
  read.check()
  return config
}

/**
 * Reads where the desk keeps its data, and nothing else.
 *
 * @throws SettingsError
 */
export function databaseFromEnvironment(environment: Environment): DatabaseConfig {
  const read = createSettingReader(environment)
  const database = readDatabase(read)
  read.check()
  return database
}

const postgresForm = /^postgres(ql)?:\/\//

function readDatabase(read: SettingReader): DatabaseConfig {
  const given = read.secret('CONVENE_DATABASE')
  const text = given?.reveal() ?? '.convene/desk.db'
  if (given !== undefined && postgresForm.test(text)) {
    if (!URL.canParse(text) || !canDecode(text))
      read.mistake(
        'CONVENE_DATABASE',
        'is no address of a database: give postgres://user:password@host:5432/name, with a % in it written %25.',
      )
    return { engine: 'postgres', connectionString: given }
  }
  if (/^[a-z+]+:\/\//i.test(text))
    read.mistake(
      'CONVENE_DATABASE',
      'is an address of a kind that the desk does not know: give the path of a file (SQLite), or postgres://…',
    )
  if (text === ':memory:')
    read.mistake('CONVENE_DATABASE', 'names no file, and a desk that forgets books twice: give the path of a file.')
  return { engine: 'sqlite', file: text }
}

function readPublicUrl(read: SettingReader, host: string, port: number): string {
  const given = read.parsed(
    'PUBLIC_URL',
    publicUrlFrom,
    'give the address that people type, without a path: https://desk.example.org (http only on this machine).',
  )
  if (given !== undefined) return given
  if (read.text('PUBLIC_URL') === undefined && !isLoopback(host))
    read.mistake(
      'PUBLIC_URL',
      'is not set although the desk is to be reached from outside: give the address that people type, https://desk.example.org.',
    )
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`
}

function publicUrlFrom(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, origin, pathname, search, hash, username, password } = new URL(text)
  const isBare = pathname === '/' && search + hash + username + password === ''
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))
  return isBare && isSafe ? origin : undefined
}

/** Whether only this machine reaches what listens there. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function hostFrom(text: string): string | undefined {
  return isIP(text) !== 0 || text === 'localhost' ? text : undefined
}

function proxiesFrom(text: string): readonly string[] | undefined {
  const all = text.split(/[\s,]+/).filter((one) => one !== '')
  return all.every(isNetwork) ? all : undefined
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32))
}

function timeZoneFrom(text: string): string | undefined {
  try {
    // An offset (`+08:00`) is no zone: it has no changes of clocks.
    return /^[A-Za-z]/.test(text)
      ? new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
      : undefined
  } catch {
    return undefined
  }
}

/** What the client says of its settings goes into the same list. */
function readZoom(read: SettingReader, environment: Environment): ZoomConfig {
  const clientSecret = read.secret('ZOOM_CLIENT_SECRET')
  try {
    optionsFromEnvironment({ ...environment, ZOOM_CLIENT_SECRET: clientSecret?.reveal() })
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error
    for (const { field, message } of error.details.fieldErrors ?? [])
      read.mistake(field, `${message.replace(/\.$/, '')}.`)
  }
  const apiUrl = read.text('ZOOM_API_URL')
  return {
    is: apiUrl === undefined ? 'real' : 'emulated',
    credentials: {
      accountId: read.text('ZOOM_ACCOUNT_ID') ?? '',
      clientId: read.text('ZOOM_CLIENT_ID') ?? '',
      clientSecret: clientSecret ?? new Secret(''),
      apiUrl,
      oauthUrl: read.text('ZOOM_OAUTH_URL'),
    },
    plan: read.oneOf('ZOOM_PLAN', ['free', 'pro', 'business'], 'pro'),
    webhookSecret: read.secret('ZOOM_WEBHOOK_SECRET'),
  }
}

function readSmtp(read: SettingReader): SmtpConfig | undefined {
  const url = read.secret('SMTP_URL')
  const from = read.parsed('MAIL_FROM', senderFrom, 'give the sender: desk@example.org, or Desk <desk@example.org>.')
  if (url === undefined) {
    if (read.text('MAIL_FROM') !== undefined)
      read.mistake('SMTP_URL', 'is not set although MAIL_FROM is: set both, or neither.')
    return undefined
  }
  const server = parseSmtpUrl(url.reveal())
  if (typeof server === 'string')
    read.mistake('SMTP_URL', `is no address of a mail server: ${server.charAt(0).toLowerCase()}${server.slice(1)}`)
  if (read.text('MAIL_FROM') === undefined)
    read.mistake('MAIL_FROM', 'is not set although SMTP_URL is: give the sender, desk@example.org.')
  return { url, from: from ?? '' }
}

function senderFrom(text: string): string | undefined {
  return /^([^<>"\r\n]*<)?[^\s@<>,;"]+@[^\s@<>,;"]+>?$/.test(text) && text.includes('<') === text.endsWith('>')
    ? text
    : undefined
}

const openIdSettings = ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'] as const

function readOpenId(read: SettingReader): OpenIdConfig | undefined {
  const issuer = read.parsed(
    'OPENID_ISSUER',
    issuerFrom,
    "give the provider's address: https://accounts.google.com (http only on this machine).",
  )
  const clientId = read.text('OPENID_CLIENT_ID')
  const clientSecret = read.secret('OPENID_CLIENT_SECRET')
  const given = [read.text('OPENID_ISSUER'), clientId, clientSecret]
  if (given.every((one) => one === undefined)) return undefined
  for (const [index, name] of openIdSettings.entries())
    if (given[index] === undefined)
      read.mistake(name, `is not set: sign-in by OpenID Connect needs ${openIdSettings.join(', ')}.`)
  return {
    issuer: issuer ?? '',
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? new Secret(''),
    memberDomains:
      read.parsed(
        'OPENID_MEMBER_DOMAINS',
        domainsFrom,
        'give domains with commas between: example.org, school.example.',
      ) ?? [],
    name: read.text('OPENID_NAME') ?? (issuer === undefined ? 'OpenID' : new URL(issuer).hostname),
  }
}

function domainsFrom(text: string): readonly string[] | undefined {
  const all = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '')
  return all.every((one) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one)) ? all : undefined
}

function issuerFrom(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? text : undefined
}
