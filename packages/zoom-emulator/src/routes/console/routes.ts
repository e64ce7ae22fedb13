import type { EmulatorControl } from '../../control/control.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { renderOverview } from '../../pages/console/overview.ts'
import { clockPage } from './clock.ts'
import { faultsPage } from './faults.ts'
import { consolePage } from './form.ts'
import { meetingsPage } from './meetings.ts'
import { requestsPage } from './requests.ts'
import { webhooksPage } from './webhooks.ts'

/** `/` and `/console/*`: what a person sees and does in a browser. */
export function consoleRoutes(app: Routes, emulator: Emulator, control: EmulatorControl, links: TokenSigner): void {
  const { accounts, apps, users } = emulator.store
  app.get('/', (context) =>
    consolePage(
      context,
      renderOverview({
        url: emulator.baseUrl(),
        accounts: [...accounts.values()],
        apps: [...apps.values()],
        users: [...users.values()],
        isolated: control.accounts.list().map(({ name }) => name),
      }),
    ),
  )
  meetingsPage(app, emulator, links)
  requestsPage(app, control.journal)
  webhooksPage(app, emulator, control.webhooks)
  clockPage(app, control)
  faultsPage(app, control.faults)
}
