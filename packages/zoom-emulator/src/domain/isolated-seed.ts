import type { SeedApp, SeedInput } from './seed.ts'
import { demoSeed } from './seed-demo.ts'

/** The seed of an isolated account: where it names none, account and apps get names and secrets of their own. */
export function isolatedSeed(name: string, input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const { account, apps, ...rest }: SeedInput = input
  const hasAccount = account === undefined || (typeof account === 'object' && account !== null)
  return {
    ...rest,
    account: hasAccount ? { id: name, name, ...account } : account,
    apps: apps ?? demoSeed.apps.map((app) => ownApp(app, name)),
  }
}

function ownApp(app: SeedApp, name: string): SeedApp {
  const own = (text = '') => `${text}-${name}`
  if (app.type === 'jwt') return { ...app, api_key: own(app.api_key), api_secret: own(app.api_secret) }
  return { ...app, client_id: own(app.client_id), client_secret: own(app.client_secret) }
}
