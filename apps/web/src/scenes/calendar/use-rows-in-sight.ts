import { useLayoutEffect, useState } from 'preact/hooks'
import { type RowHeights, type RowWindow, rowsInSight } from './visible-rows.ts'

/** Which rows of a scroller are to be drawn. Heights are in rem, so that larger text makes larger rows. */
export function useRowsInSight(scroller: { readonly current: HTMLElement | null }, rows: RowHeights): RowWindow {
  const [window, setWindow] = useState<RowWindow>({ first: 0, end: 24 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const look = (): void => {
      frame = 0
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const from = element.scrollTop / rem
      const next = rowsInSight(rows, from, from + element.clientHeight / rem)
      setWindow((old) => (old.first === next.first && old.end === next.end ? old : next))
    }
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    look()
    element.addEventListener('scroll', soon, { passive: true })
    const resized = new ResizeObserver(soon)
    resized.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', soon)
      resized.disconnect()
    }
  }, [scroller, rows])
  return window
}
