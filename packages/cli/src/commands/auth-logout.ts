import { rm } from 'node:fs/promises'
import { CommandError } from '../errors.ts'
import {
  defaultProfileName,
  findProfile,
  type Profile,
  readProfiles,
  tokenFile,
  writeProfile,
} from '../profiles/profiles.ts'
import type { Surroundings } from '../surroundings.ts'
import { openTokenStore } from '../zoom/zoom-access.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  command.description(`${command.description()} (--profile NAME, or the only one)`).action(async () => {
    const { surroundings, output, options } = context()
    const profiles = await readProfiles(surroundings)
    const name = options.profile ?? onlyName(Object.keys(profiles))
    const profile = findProfile(profiles, name)
    const revoked = profile.kind === 'authorization_code' && (await revoke(profile, name, surroundings))
    await writeProfile(surroundings, name, undefined)
    await rm(tokenFile(surroundings, name), { force: true })
    output.answer({ profile: name, removed: true, revoked_at_zoom: revoked }, () => {
      output.line(`Removed the credentials of profile ${name} from this machine.`)
      if (profile.kind === 'server_to_server')
        output.line('They still work elsewhere: to void them, deactivate the app on marketplace.zoom.us.')
      else
        output.line(
          revoked ? 'Its tokens are void at Zoom too.' : 'Zoom was not told: its token may work until it ends.',
        )
    })
  })
}

function onlyName(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? defaultProfileName
  throw new CommandError('wrong_command_line', `Several accounts are signed in: ${names.join(', ')}.`, {
    remedy: `Name one: convene auth logout --profile ${names[0]}`,
  })
}

/** Voids the tokens at Zoom. That can fail where Zoom cannot be reached, and is said; the sign-out goes on. */
async function revoke(
  profile: Profile & { kind: 'authorization_code' },
  name: string,
  surroundings: Surroundings,
): Promise<boolean> {
  const { consentKey, revokeToken } = await import('@convene/zoom')
  const store = await openTokenStore(surroundings, name)
  const token = await store.get(consentKey(profile))
  if (!token) return false
  try {
    await revokeToken(profile, token, { oauthUrl: profile.urls?.oauthUrl })
    return true
  } catch {
    return false
  }
}
