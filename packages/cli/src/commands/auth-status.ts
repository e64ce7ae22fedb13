import { type Profile, readProfiles } from '../profiles/profiles.ts'
import { isLoopback } from '../zoom/choose-zoom.ts'
import { accountOf } from '../zoom/zoom-access.ts'
import type { DefineCommand } from './command.ts'

const kinds: Readonly<Record<Profile['kind'], string>> = {
  server_to_server: 'Server-to-Server',
  authorization_code: 'in a browser',
}

export const define: DefineCommand = (command, context) => {
  command.action(async () => {
    const { surroundings, output } = context()
    const profiles = Object.entries(await readProfiles(surroundings)).map(([name, profile]) => ({
      name,
      kind: profile.kind,
      account: accountOf(profile),
      emulated: isLoopback(profile.urls?.apiUrl),
    }))
    const { env } = surroundings
    const names = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'].filter((name) => env[name])
    output.answer({ profiles, environment: names }, () => {
      if (profiles.length > 0)
        output.table(profiles, [
          { header: 'PROFILE', cell: ({ name }) => name },
          { header: 'SIGNED IN AS', cell: ({ account }) => account },
          { header: 'HOW', cell: ({ kind }) => kinds[kind] },
          { header: 'ZOOM', cell: ({ emulated }) => (emulated ? 'emulated' : 'real') },
        ])
      else output.line('Nobody is signed in. Sign in: convene auth login')
      if (names.length > 0) output.line(`The environment has ${names.join(', ')}.`)
      const [first] = profiles
      if (first) output.line(`Whether Zoom takes them: convene doctor --profile ${first.name}`)
      else if (names.length > 0) output.line('Whether Zoom takes them: convene doctor')
    })
  })
}
