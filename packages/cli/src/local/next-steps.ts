import type { CommandContext } from '../commands/command.ts'
import { envFile, pathFrom } from './local-folder.ts'

/** What can be typed while an emulated Zoom runs on the data of `folder`. */
export function showNextSteps({ output, surroundings }: CommandContext, folder: string, meetingId: number): void {
  const env = pathFrom(surroundings.cwd, envFile(folder))
  output.line(output.bold('What to type next, in another terminal:'))
  for (const command of [
    'npx convene meetings list --local',
    'npx convene users list --local',
    'npx convene meetings create "Planning" --start "tomorrow 09:30" --time-zone Europe/Berlin --for 45 --local',
    'npx convene meetings create "Weekly" --start "tomorrow 18:00" --every "week on mon,thu" --times 6 --local',
    `npx convene meetings invitation ${meetingId} --language zh-TW --local`,
  ])
    output.line(`  ${command}`)
  output.line()
  output.line(`For a program in any language: ${env} holds the ZOOM_* variables of this account.`)
  output.line(`  npx node --env-file=${env} your-program.ts`)
  output.line(
    `  . ${env}; curl -u "$ZOOM_CLIENT_ID:$ZOOM_CLIENT_SECRET" -d "grant_type=account_credentials&account_id=$ZOOM_ACCOUNT_ID" "$ZOOM_OAUTH_URL/token"`,
  )
  output.line()
}
