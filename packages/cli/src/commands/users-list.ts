import type { UserStatus } from '@convene/zoom'
import { wrongValue } from '../errors.ts'
import { parseLimit } from '../input/limit.ts'
import { userColumns } from '../present/user.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

const statuses = ['active', 'inactive', 'pending'] as const satisfies readonly UserStatus[]

export const define: DefineCommand = (command, context) => {
  command
    .option('--status <status>', 'active (default), inactive or pending')
    .option('--limit <n>', 'at most so many (default: all)')
    .action(async (options: { status?: string; limit?: string }) => {
      const { output } = context()
      const input = { status: readStatus(options.status), limit: parseLimit(options.limit) }
      await using zoom = await openZoom(context())
      const users = await Array.fromAsync(zoom.client.users.list(input))
      output.answer(users, () => {
        if (users.length > 0) output.table(users, userColumns)
        else output.line('No users with this status.')
      })
    })
}

function readStatus(text: string | undefined): UserStatus | undefined {
  if (text === undefined) return undefined
  const status = statuses.find((known) => known === text)
  if (status) return status
  throw wrongValue('--status', text, 'no status of a user', statuses.join(', '))
}
