import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { configFromEnvironment } from './env.ts'
import { SettingsError } from './settings-error.ts'

const zoom = { ZOOM_ACCOUNT_ID: 'account', ZOOM_CLIENT_ID: 'client', ZOOM_CLIENT_SECRET: 'not-to-be-seen' }

function mistakesOf(environment: Record<string, string>, isDemo = false): readonly string[] {
  try {
    configFromEnvironment(environment, { isDemo })
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes.map(({ name, says }) => `${name} ${says}`)
    throw error
  }
}

test('with the credentials of Zoom alone the desk runs on this machine, on a file, and keeps mails', () => {
  const config = configFromEnvironment(zoom)
  assert.deepEqual(
    [config.publicUrl, config.database, config.zoom.is, config.smtp, config.openid, config.workers],
    ['http://127.0.0.1:4760', { engine: 'sqlite', file: '.convene/desk.db' }, 'real', undefined, undefined, 'inside'],
  )
})

test('all mistakes are told at once, each with its setting and what to do', () => {
  const mistakes = mistakesOf({
    PORT: '99999',
    HOST: '0.0.0.0',
    TIME_ZONE: 'Taipei',
    TRUSTED_PROXIES: '10.0.0.0/40',
    CONVENE_DATABASE: 'mysql://root@db/desk',
    SMTP_URL: 'mail.example.org',
    OPENID_ISSUER: 'https://id.example.org',
    CONVENE_WORKERS: 'outside',
    RETENTION_AUDIT_DAYS: '-1',
    LOG_LEVEL: 'loud',
  })
  assert.deepEqual(mistakes.map((one) => one.split(' ')[0]).toSorted(), [
    'CONVENE_DATABASE',
    'CONVENE_WORKERS',
    'LOG_LEVEL',
    'MAIL_FROM',
    'OPENID_CLIENT_ID',
    'OPENID_CLIENT_SECRET',
    'PORT',
    'PUBLIC_URL',
    'RETENTION_AUDIT_DAYS',
    'SMTP_URL',
    'TIME_ZONE',
    'TRUSTED_PROXIES',
    'ZOOM_ACCOUNT_ID',
    'ZOOM_CLIENT_ID',
    'ZOOM_CLIENT_SECRET',
  ])
  for (const mistake of mistakes) assert.match(mistake, /: (give|set|copy|sign-in)|is not set/, mistake)
})

const publicUrls: readonly [given: string, taken: string | undefined][] = [
  ['https://desk.example.org', 'https://desk.example.org'],
  ['https://desk.example.org/', 'https://desk.example.org'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['http://desk.example.org', undefined],
  ['https://desk.example.org/desk', undefined],
  ['https://user:word@desk.example.org', undefined],
  ['desk.example.org', undefined],
]
for (const [given, taken] of publicUrls)
  test(`PUBLIC_URL ${given} is ${taken === undefined ? 'refused' : 'taken'}`, () => {
    const environment = { ...zoom, PUBLIC_URL: given }
    if (taken === undefined) assert.match(mistakesOf(environment)[0] ?? '', /^PUBLIC_URL is /)
    else assert.equal(configFromEnvironment(environment).publicUrl, taken)
  })

test('a secret may lie in a file, and nothing that prints the settings shows one', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-settings-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'secret')
  writeFileSync(file, 'not-to-be-seen\n')
  const { ZOOM_CLIENT_SECRET: _, ...others } = zoom
  const config = configFromEnvironment({
    ...others,
    ZOOM_CLIENT_SECRET_FILE: file,
    CONVENE_DATABASE: 'postgres://desk:not-to-be-seen@db/desk',
    SMTP_URL: 'smtps://desk:not-to-be-seen@mail.example.org',
    MAIL_FROM: 'Desk <desk@example.org>',
  })
  assert.equal(config.zoom.credentials.clientSecret.reveal(), 'not-to-be-seen')
  assert.equal((inspect(config, { depth: 9 }) + JSON.stringify(config)).includes('not-to-be-seen'), false)
  assert.match(mistakesOf({ ...others, ZOOM_CLIENT_SECRET_FILE: join(folder, 'none') })[0] ?? '', /_FILE names a file/)
})

test('a mistake in a secret is told without the secret', () => {
  for (const name of ['SMTP_URL', 'CONVENE_DATABASE', 'ZOOM_CLIENT_SECRET'])
    assert.equal(
      mistakesOf({ ...zoom, [name]: 'ftp://not to-be-seen' })
        .join()
        .includes('to-be-seen'),
      false,
      name,
    )
})

test('the demo does not run on the real Zoom', () => {
  assert.match(mistakesOf(zoom, true)[0] ?? '', /emulated/)
  const emulator = { ZOOM_API_URL: 'http://127.0.0.1:4747/v2', ZOOM_OAUTH_URL: 'http://127.0.0.1:4747/oauth' }
  assert.equal(configFromEnvironment({ ...zoom, ...emulator }, { isDemo: true }).zoom.is, 'emulated')
})
