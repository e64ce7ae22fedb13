import type { JournalControl } from '../../control/control.ts'
import type { Routes } from '../../http/context.ts'
import { renderRequests } from '../../pages/console/requests.ts'
import { backTo, consolePage, doneText, readConsoleForm } from './form.ts'

const mostShown = 100

/** `/console/requests` */
export function requestsPage(app: Routes, journal: JournalControl): void {
  app.get('/console/requests', (context) => {
    const all = journal.list()
    return consolePage(context, renderRequests(all.slice(-mostShown).toReversed(), all.length, doneText(context)))
  })
  app.post('/console/requests', async (context) => {
    await readConsoleForm(context)
    journal.clear()
    return backTo(context, '/console/requests', 'forgotten')
  })
}
