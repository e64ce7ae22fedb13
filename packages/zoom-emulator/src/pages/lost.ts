import { renderPage } from './layout.ts'

/** For a person whose address leads to nothing here. */
export function renderLostPage(): string {
  return renderPage(
    'There is no such page',
    '<p>Look at the address again, or go to <a href="/">the console of this emulator</a>.</p>',
  )
}
