import type { VNode } from 'preact'
import { useWords } from '../words/words.ts'
import { useDesk } from './session.ts'
import { ThemePicker } from './theme.tsx'

export function Footer(): VNode {
  const { shell } = useWords()
  const { hears, version } = useDesk()
  return (
    <footer class="page-foot">
      <div>
        <p>{shell.notZoom}</p>
        <p>{hears.by === 'polling' ? shell.hearsByPolling(hears.lateByMinutes) : shell.hearsByWebhooks}</p>
        <p>
          <a href="/what-is-kept">{shell.whatIsKept}</a> · <a href="/docs">{shell.api}</a> · {shell.version(version)}
        </p>
      </div>
      <ThemePicker />
    </footer>
  )
}
