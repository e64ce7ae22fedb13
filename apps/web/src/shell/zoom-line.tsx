import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useFormats, useWords } from '../words/words.ts'
import { useDesk } from './session.ts'

/** Which Zoom this is: a fixed line that is on every page. */
export function ZoomLine(): VNode {
  const { zoom, isDemo, zoomAwaySince } = useDesk()
  const { shell } = useWords()
  const format = useFormats()
  const isOnline = useOnline()
  return (
    <div class="zoom-lines">
      <p class={`zoom-line zoom-line-${zoom}`}>
        <strong>{zoom === 'emulated' ? shell.emulated : shell.real}</strong> {isDemo && <span>{shell.demo}</span>}
      </p>
      <div role="status">
        {!isOnline && <p class="zoom-line zoom-line-away">{shell.offline}</p>}
        {zoomAwaySince !== null && (
          <p class="zoom-line zoom-line-away">{shell.zoomAway(format.moment(zoomAwaySince))}</p>
        )}
      </div>
    </div>
  )
}

/** Whether this machine has a network, as far as the browser knows. */
function useOnline(): boolean {
  const [isOnline, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}
