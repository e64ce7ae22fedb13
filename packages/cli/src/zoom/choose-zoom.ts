import { CommandError } from '../errors.ts'
import { defaultProfileName, findProfile, type Profile, type Profiles } from '../profiles/profiles.ts'

/** The options of every command that say which Zoom it means. */
export interface ZoomChoiceOptions {
  readonly local?: boolean | undefined
  readonly real?: boolean | undefined
  readonly profile?: string | undefined
}

/** Which Zoom a command talks to. `emulated` profiles and environments point at a loopback address. */
export type ZoomChoice =
  | { readonly from: 'local' }
  | { readonly from: 'environment'; readonly emulated: boolean }
  | { readonly from: 'profile'; readonly name: string; readonly profile: Profile; readonly emulated: boolean }

const credentialNames = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'] as const

const waysOn =
  'Practise on an emulated Zoom, with no account: add --local\n' +
  'Use a real Zoom account: run `convene auth login` once and add --real, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET'

/**
 * Decides which Zoom is meant, or refuses: a meeting must never land in an account by accident.
 * With `--local` neither the environment nor a profile is looked at.
 */
export function chooseZoom(
  options: ZoomChoiceOptions,
  env: Readonly<Record<string, string | undefined>>,
  profiles: Profiles,
): ZoomChoice {
  const said = [
    options.local && '--local',
    options.real && '--real',
    options.profile !== undefined && '--profile',
  ].filter(Boolean)
  if (said.length > 1)
    throw new CommandError('no_zoom_chosen', `${said.join(' and ')} say two things.`, { remedy: `Keep one of them.` })
  if (options.local) return { from: 'local' }
  if (options.profile !== undefined) return fromProfile(options.profile, findProfile(profiles, options.profile))

  const environment = fromEnvironment(env)
  if (environment) {
    if (options.real && environment.emulated)
      throw new CommandError(
        'no_zoom_chosen',
        `--real, but ZOOM_API_URL is ${env.ZOOM_API_URL}, an emulated Zoom on this machine.`,
        {
          remedy: 'Unset ZOOM_API_URL and ZOOM_OAUTH_URL, or leave --real out.',
        },
      )
    return environment
  }
  const names = Object.keys(profiles).filter((name) => !fromProfile(name, findProfile(profiles, name)).emulated)
  if (options.real) {
    const name = names.includes(defaultProfileName) ? defaultProfileName : names.length === 1 ? names[0] : undefined
    if (name !== undefined) return fromProfile(name, findProfile(profiles, name))
    if (names.length > 1)
      throw new CommandError('no_zoom_chosen', `--real, but several accounts are signed in: ${names.join(', ')}.`, {
        remedy: `Name one: --profile ${names[0]}`,
      })
    throw new CommandError('no_zoom_chosen', 'There are no credentials of a real Zoom account here.', {
      remedy: 'Run `convene auth login`, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET.',
    })
  }
  throw new CommandError(
    'no_zoom_chosen',
    'Which Zoom? Neither --local, --real nor --profile was given, and no credentials are in the environment.',
    {
      remedy:
        names.length === 0
          ? waysOn
          : `${waysOn}\nSigned in already: ${names.map((name) => `--profile ${name}`).join(', ')}`,
    },
  )
}

/** Whether a URL is on this machine, and so no Zoom of Zoom's. */
export function isLoopback(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.endsWith('.localhost') || /^127\./.test(hostname)
}

function fromProfile(name: string, profile: Profile): ZoomChoice & { from: 'profile' } {
  return { from: 'profile', name, profile, emulated: isLoopback(profile.urls?.apiUrl) }
}

/** The environment's credentials, if it has a whole set; half a set is a mistake and not none. */
function fromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): (ZoomChoice & { from: 'environment' }) | undefined {
  const missing = credentialNames.filter((name) => !env[name])
  if (missing.length === credentialNames.length) return undefined
  if (missing.length > 0)
    throw new CommandError(
      'no_zoom_chosen',
      `The environment has only some of Zoom's credentials: ${missing.join(' and ')} missing.`,
      {
        remedy: `Set ${missing.join(' and ')}, or unset the others; --local needs none of them.`,
      },
    )
  return { from: 'environment', emulated: isLoopback(env.ZOOM_API_URL) }
}
