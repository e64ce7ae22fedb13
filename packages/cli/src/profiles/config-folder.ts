import { join } from 'node:path'
import type { Surroundings } from '../surroundings.ts'

/** Where profiles and tokens are kept: `$XDG_CONFIG_HOME/convene`, `%APPDATA%\convene` or `~/.config/convene`. */
export function configFolder({ env, homeDir, platform }: Pick<Surroundings, 'env' | 'homeDir' | 'platform'>): string {
  if (env.XDG_CONFIG_HOME) return join(env.XDG_CONFIG_HOME, 'convene')
  if (platform === 'win32' && env.APPDATA) return join(env.APPDATA, 'convene')
  return join(homeDir, '.config', 'convene')
}
