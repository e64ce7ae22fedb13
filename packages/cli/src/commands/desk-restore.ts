import { confirm } from '../confirm.ts'
import { deskFile } from '../desk/desk-file.ts'
import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { readSettings } from '../desk/settings-file.ts'
import type { DefineCommand } from './command.ts'

interface RestoreOptions extends DeskOptions {
  readonly yes?: boolean
}

export const define: DefineCommand = (command, context) => {
  withSettings(command.argument('<file>', 'a copy that `convene desk backup` made'))
    .option('--yes', 'do it without a question')
    .action(async (from: string, { envFile, yes = false }: RestoreOptions) => {
      const { surroundings, output } = context()
      const settings = await readSettings(envFile, surroundings)
      const instead = `pg_restore --clean --if-exists --dbname="$CONVENE_DATABASE" ${from}`
      const file = await deskFile(settings, instead)
      await confirm(`Put ${from} in the place of ${file}? What was booked since then is not in it.`, yes, surroundings)
      const { restoreSqlite } = await import('@convene/server')
      const before = restoreSqlite({ file, from })
      output.answer({ from, to: file, ...(before !== undefined && { before }) }, () => {
        output.line(`Restored ${file} from ${from}.`)
        if (before !== undefined) output.line(`What was there before is in ${before}.`)
        output.line(
          'Meetings that were booked since the copy are still at Zoom: the desk shows them as meetings of others, and nobody else gets their times.',
        )
      })
    })
}
