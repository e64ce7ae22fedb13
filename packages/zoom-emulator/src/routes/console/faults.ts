import type { FaultControl } from '../../control/control.ts'
import { EmulatorError } from '../../domain/emulator-error.ts'
import type { Routes } from '../../http/context.ts'
import { commonFaults, renderFaults } from '../../pages/console/faults.ts'
import { backTo, consolePage, doneText, readConsoleForm } from './form.ts'

const path = '/console/faults'

/** `/console/faults` */
export function faultsPage(app: Routes, faults: FaultControl): void {
  app.get(path, (context) => consolePage(context, renderFaults({ faults: faults.list(), done: doneText(context) })))
  app.post(path, async (context) => {
    const form = await readConsoleForm(context)
    if (form.get('do') === 'remove') {
      faults.remove(form.get('id') ?? '')
      return backTo(context, path, 'removed')
    }
    const [operation = '', count = '', kind = ''] = ['operation', 'count', 'kind'].map((name) => form.get(name)?.trim())
    try {
      const common = Object.hasOwn(commonFaults, kind) ? commonFaults[kind] : undefined
      faults.add({ operation, ...common?.fault, ...(count !== '' && { count: Number(count) }) })
      return backTo(context, path, 'added')
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error
      const typed = { operation, count, kind }
      return consolePage(context, renderFaults({ faults: faults.list(), problem: error.message, typed }), 400)
    }
  })
}
