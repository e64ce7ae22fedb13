import { deskFile } from '../desk/desk-file.ts'
import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { readSettings } from '../desk/settings-file.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  withSettings(command.argument('<file>', 'where the copy goes; it must not be there yet')).action(
    async (to: string, { envFile }: DeskOptions) => {
      const { surroundings, output } = context()
      const settings = await readSettings(envFile, surroundings)
      const file = await deskFile(settings, `pg_dump --format=custom --file=${to} "$CONVENE_DATABASE"`)
      const { backupSqlite } = await import('@convene/server')
      backupSqlite({ file, to })
      output.answer({ from: file, to }, () => {
        output.line(`Copied ${file} to ${to}; only you can read it.`)
        output.line(
          'It holds personal data: names, addresses, titles, passcodes. Keep it where only those can read it who run the desk.',
        )
      })
    },
  )
}
