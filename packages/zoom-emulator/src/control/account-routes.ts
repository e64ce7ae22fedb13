import type { Routes } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { validationFailed, ZoomApiError } from '../http/zoom-error.ts'
import type { IsolatedAccount } from '../running-emulator.ts'
import type { AccountControl } from './control.ts'
import { told } from './told.ts'

/** `/_emulator/accounts`: accounts beside the emulator's own. */
export function accountRoutes(app: Routes, accounts: AccountControl): void {
  app.get('/_emulator/accounts', (context) => context.json({ accounts: accounts.list().map(present) }))
  app.post('/_emulator/accounts', (context) =>
    told(async () => {
      const input = await readJson(context)
      // A path would be read with the rights of this process.
      if (typeof input.seed === 'string') throw validationFailed([{ field: 'seed', message: 'has to be an object' }])
      return context.json(present(await accounts.create(input)), 201)
    }),
  )
  app.delete('/_emulator/accounts/:name', (context) => {
    const name = context.req.param('name')
    if (accounts.remove(name)) return context.body(null, 204)
    throw new ZoomApiError(404, 404, `There is no isolated account ${JSON.stringify(name)}.`)
  })
}

function present({ name, url, env }: IsolatedAccount): Record<string, unknown> {
  return { name, url, env }
}
