import type { VNode } from 'preact'
import { useFormats, useWords } from '../words/words.ts'
import { useDesk } from './session.ts'

/** Which Zoom this is: a fixed line that is on every page. */
export function ZoomLine(): VNode {
  const { zoom, isDemo, zoomAwaySince } = useDesk()
  const { shell } = useWords()
  const format = useFormats()
  return (
    <div class="zoom-lines">
      <p class={`zoom-line zoom-line-${zoom}`}>
        <strong>{zoom === 'emulated' ? shell.emulated : shell.real}</strong> {isDemo && <span>{shell.demo}</span>}
      </p>
      <div role="status">
        {zoomAwaySince !== null && (
          <p class="zoom-line zoom-line-away">{shell.zoomAway(format.moment(zoomAwaySince))}</p>
        )}
      </div>
    </div>
  )
}
