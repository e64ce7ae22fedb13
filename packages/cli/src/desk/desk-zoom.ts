import { CommandError } from '../errors.ts'
import { localFolder, pathFrom } from '../local/local-folder.ts'
import { openLocalZoom } from '../local/open-local-zoom.ts'
import { findRunningEmulator } from '../local/running-emulator.ts'
import { readProfiles } from '../profiles/profiles.ts'
import type { Surroundings } from '../surroundings.ts'
import { chooseZoom, type ZoomChoice, type ZoomChoiceOptions } from '../zoom/choose-zoom.ts'
import type { Settings } from './settings-file.ts'

/** What says which Zoom: whatever chooses another one takes it away. */
const noZoom: Settings = {
  ZOOM_ACCOUNT_ID: undefined,
  ZOOM_CLIENT_ID: undefined,
  ZOOM_CLIENT_SECRET: undefined,
  ZOOM_CLIENT_SECRET_FILE: undefined,
  ZOOM_API_URL: undefined,
  ZOOM_OAUTH_URL: undefined,
}

/** The Zoom of a desk. */
export interface DeskZoom extends AsyncDisposable {
  /** Says which it is, for the first line. */
  readonly title: string
  /** The settings of the desk with the `ZOOM_*` of this Zoom, and of no other. */
  readonly settings: Settings
}

/**
 * The Zoom that options, settings and profiles mean, as every command chooses it. With `--local` it is the emulated Zoom that runs here,
 * or one that runs as long as the desk does.
 */
export async function openDeskZoom(
  options: ZoomChoiceOptions,
  settings: Settings,
  surroundings: Surroundings,
): Promise<DeskZoom> {
  const isLocal = options.local && !options.real && options.profile === undefined
  const profiles = isLocal ? {} : await readProfiles(surroundings)
  // The secret may be in a file of its own; the desk reads it.
  const { ZOOM_CLIENT_SECRET_FILE: secretFile, ZOOM_CLIENT_SECRET: secret = secretFile } = settings
  const choice = chooseZoom(options, { ...settings, ZOOM_CLIENT_SECRET: secret }, profiles)
  if (choice.from === 'local') return openLocal(settings, surroundings)
  return {
    ...(choice.from === 'environment' ? ofSettings(choice, settings) : ofProfile(choice, settings)),
    [Symbol.asyncDispose]: async () => {},
  }
}

async function openLocal(settings: Settings, surroundings: Surroundings): Promise<DeskZoom> {
  const folder = localFolder(surroundings.cwd)
  const running = await findRunningEmulator(folder, surroundings)
  if (running)
    return {
      title: `Zoom: emulated, running at ${running.url}`,
      settings: { ...settings, ...noZoom, ...running.env },
      [Symbol.asyncDispose]: async () => {},
    }
  const emulator = await openLocalZoom(folder, surroundings)
  return {
    title: `Zoom: emulated, running at ${emulator.url}, data in ${pathFrom(surroundings.cwd, folder)}`,
    settings: { ...settings, ...noZoom, ...emulator.env },
    [Symbol.asyncDispose]: () => emulator.close(),
  }
}

type Chosen = Omit<DeskZoom, typeof Symbol.asyncDispose>

function ofSettings({ emulated }: ZoomChoice & { from: 'environment' }, settings: Settings): Chosen {
  return {
    title: emulated
      ? `Zoom: emulated, at ${settings.ZOOM_API_URL} (ZOOM_API_URL)`
      : `Zoom: real, account ${settings.ZOOM_ACCOUNT_ID}`,
    settings,
  }
}

function ofProfile({ name, profile, emulated }: ZoomChoice & { from: 'profile' }, settings: Settings): Chosen {
  if (profile.kind !== 'server_to_server')
    throw new CommandError(
      'no_zoom_chosen',
      `--profile ${name} is the sign-in of a person, which opens the meetings of that person alone.`,
      { remedy: 'The desk needs a Server-to-Server OAuth app of the account: convene auth login --profile desk' },
    )
  const { accountId, clientId, clientSecret, urls } = profile
  const where = emulated ? `emulated, at ${urls?.apiUrl}` : 'real'
  return {
    title: `Zoom: ${where}, account ${accountId} (profile ${name})`,
    settings: {
      ...settings,
      ...noZoom,
      ZOOM_ACCOUNT_ID: accountId,
      ZOOM_CLIENT_ID: clientId,
      ZOOM_CLIENT_SECRET: clientSecret,
      ZOOM_API_URL: urls?.apiUrl,
      ZOOM_OAUTH_URL: urls?.oauthUrl,
    },
  }
}
