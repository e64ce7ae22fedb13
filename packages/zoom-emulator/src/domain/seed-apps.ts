import type { Account, App } from './entities.ts'
import type { SeedApp } from './seed.ts'
import { demoSeed } from './seed-demo.ts'
import { readSeedObject, type SeedReader } from './seed-reader.ts'

const types = ['server_to_server', 'oauth', 'jwt'] as const
const scopeForm = /^[a-z_]+(:[a-z_]+){1,3}$/

/** Reads the `apps` of a seed. */
export function parseSeedApps(list: readonly unknown[], account: Pick<Account, 'id'>, mistakes: string[]): App[] {
  const apps: App[] = []
  for (const [index, input] of list.entries()) {
    const reader = openApp(input, index, mistakes)
    const app = parseApp(reader, account.id, apps)
    if (app.clientId !== '' && apps.some(({ clientId }) => clientId === app.clientId))
      reader.mistake(app.type === 'jwt' ? 'api_key' : 'client_id', 'is used by an earlier app')
    apps.push(app)
  }
  return apps
}

function openApp(input: unknown, index: number, mistakes: string[]): SeedReader {
  const isJwt = typeof input === 'object' && input !== null && 'type' in input && input.type === 'jwt'
  const isOAuth = typeof input === 'object' && input !== null && 'type' in input && input.type === 'oauth'
  const credentials = isJwt ? ['api_key', 'api_secret'] : ['client_id', 'client_secret']
  const fields = ['type', 'name', ...credentials, ...(isOAuth ? ['redirect_uris'] : []), 'scopes']
  return readSeedObject(input, `apps[${index}]`, fields, mistakes)
}

function parseApp(reader: SeedReader, accountId: string, earlier: readonly App[]): App {
  const type = reader.oneOf('type', types, 'server_to_server')
  const demo = demoSeed.apps.find((app) => app.type === type)
  const isFirst = !earlier.some((app) => app.type === type)
  const [idField, secretField] =
    type === 'jwt' ? (['api_key', 'api_secret'] as const) : (['client_id', 'client_secret'] as const)
  const credential = (name: typeof idField | typeof secretField) => {
    if (reader.has(name)) return reader.text(name, '', 128)
    if (isFirst) return demoCredential(demo, name)
    reader.mistake(name, `is missing; only the first ${type} app may leave it out`)
    return ''
  }
  const scopes = reader.texts('scopes', [], (scope) =>
    scopeForm.test(scope) ? undefined : 'is not a scope such as meeting:write:meeting:admin or meeting:write:admin',
  )
  const base = {
    clientId: credential(idField),
    clientSecret: credential(secretField),
    accountId,
    name: reader.text('name', `${type} app`),
    ...(reader.has('scopes') && { scopes }),
  }
  if (type !== 'oauth') return { type, ...base }
  return { type, ...base, redirectUris: reader.texts('redirect_uris', ['http://127.0.0.1/callback'], uriComplaint) }
}

function demoCredential(
  demo: SeedApp | undefined,
  name: 'api_key' | 'api_secret' | 'client_id' | 'client_secret',
): string {
  if (!demo) return ''
  if (demo.type === 'jwt') return (name === 'api_key' ? demo.api_key : demo.api_secret) ?? ''
  return (name === 'client_id' ? demo.client_id : demo.client_secret) ?? ''
}

function uriComplaint(uri: string): string | undefined {
  if (!URL.canParse(uri)) return 'is not a URI such as https://example.com/callback'
  return uri.includes('#') ? 'has a fragment (#…); remove it' : undefined
}
