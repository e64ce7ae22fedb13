import type { Routes } from '../../http/context.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { page } from './page.ts'

/** Links that answers carry as Zoom's do, to things that the emulator does not have yet. */
const planned: readonly (readonly [path: string, title: string])[] = [
  ['/launch/jc/:id', 'Meeting chat'],
  ['/u/:token', 'The list of telephone numbers'],
]

/** A page that says so, where a link would otherwise seem to be wrong. */
export function plannedPages(app: Routes): void {
  for (const [path, title] of planned)
    app.get(path, (context) => {
      const remedy = 'The link is right, but the emulator does not have this yet. The join link of the meeting works.'
      return page(context, renderDeadLink(`${title} is not here yet`, remedy), 501)
    })
}
