import { writeFile } from 'node:fs/promises'
import { csvTemplate, jsonTemplate } from '../bulk/template.ts'
import { CommandError } from '../errors.ts'
import type { DefineCommand } from './command.ts'

interface TemplateOptions {
  readonly jsonl?: boolean
  readonly semicolons?: boolean
  readonly output?: string
}

export const define: DefineCommand = (command, context) => {
  command
    .option('--jsonl', "JSON Lines with Zoom's fields instead of CSV")
    .option('--semicolons', 'cells parted by ; for spreadsheets that write numbers as 1,5')
    .option('--output <file>', 'write it there, unless there is a file already (default: standard output)')
    .action(async ({ jsonl, semicolons, output: file }: TemplateOptions) => {
      const { surroundings, output } = context()
      if (jsonl && semicolons)
        throw new CommandError('wrong_command_line', '--semicolons parts the cells of CSV, and --jsonl has none.', {
          remedy: 'Keep one of them.',
        })
      const now = surroundings.now()
      const text = jsonl ? jsonTemplate(now) : csvTemplate(now, semicolons ? ';' : ',')
      if (file === undefined) return output.answer({ template: text }, () => surroundings.stdout.write(text))
      await writeNew(file, text)
      output.answer({ file }, () => {
        output.line(`Wrote ${file}. Fill it in, then: convene meetings create --from ${file} --local`)
      })
    })
}

/** Never writes over a file: somebody may have filled it in. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    const problem = isThere ? 'is there already' : `cannot be written (${(cause as Error).message})`
    throw new CommandError('unreadable_file', `--output ${file} ${problem}.`, {
      remedy: 'Name another file: convene meetings template --output more-meetings.csv',
      cause,
    })
  }
}
