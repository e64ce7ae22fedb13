import type { EmulatorControl } from '../../control/control.ts'
import type { Routes } from '../../http/context.ts'
import { renderClock } from '../../pages/console/clock.ts'
import { backTo, consolePage, doneText, readConsoleForm } from './form.ts'

const path = '/console/clock'

/** `/console/clock` */
export function clockPage(app: Routes, { clock, reset }: EmulatorControl): void {
  const view = () => ({ now: clock.now(), isFrozen: clock.isFrozen })
  app.get(path, (context) => consolePage(context, renderClock({ ...view(), done: doneText(context) })))
  app.post(path, async (context) => {
    const form = await readConsoleForm(context)
    const typed = form.get('at')?.trim() ?? ''
    try {
      switch (form.get('do')) {
        case 'freeze':
          await clock.freeze()
          return backTo(context, path, 'frozen')
        case 'resume':
          clock.resume()
          return backTo(context, path, 'resumed')
        case 'reset':
          reset()
          return backTo(context, path, 'reset')
        case 'set':
          await clock.freeze(inUtc(typed))
          return backTo(context, path, 'moved')
        default:
          await clock.advance(Number(form.get('ms') ?? Number.NaN))
          return backTo(context, path, 'moved')
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      const problem = `${JSON.stringify(typed)} is no instant. Write it as 2026-12-17T10:00:00Z.`
      return consolePage(context, renderClock({ ...view(), problem, typed }), 400)
    }
  })
}

/** What a person types is UTC, with Z or without. */
function inUtc(text: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || /^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`
}
