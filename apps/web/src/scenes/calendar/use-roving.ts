import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { firstPlace, goTo, isArrowKey, type Place } from './go-to.ts'
import type { Span } from './side-by-side.ts'

export interface Roving {
  /** 0 for the one that Tab reaches, -1 for the others. */
  tabIndexOf(line: number, index: number): 0 | -1
  /** The name by which an element is found: `data-place`. */
  nameOf(line: number, index: number): string
}

export interface RovingOptions {
  readonly lines: readonly (readonly Span[])[]
  /** What holds all of them. */
  readonly root: { readonly current: HTMLElement | null }
  /** Page Up and Page Down. */
  readonly onStep: (step: 1 | -1) => void
  /** Draws a line that is out of sight. */
  readonly reveal?: ((line: number) => void) | undefined
  /** In columns, up and down go along a line. */
  readonly isTurned?: boolean | undefined
}

const turned: Readonly<Record<string, string>> = {
  ArrowUp: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
}

/** One of many things is reached by Tab, the others from there by arrow keys. */
export function useRoving({ lines, root, onStep, reveal, isTurned = false }: RovingOptions): Roving {
  const [chosen, setChosen] = useState<Place | undefined>(undefined)
  const wanted = useRef<string | undefined>(undefined)
  const time = useRef<number | undefined>(undefined)
  const isThere = chosen !== undefined && lines[chosen.line]?.[chosen.index] !== undefined
  const place = isThere ? chosen : firstPlace(lines)

  // What is out of sight is drawn first, and takes the focus when it is there.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    const found = root.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`)
    if (!found) return
    wanted.current = undefined
    found.focus()
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      onStep(event.key === 'PageUp' ? -1 : 1)
      return
    }
    const key = isTurned ? (turned[event.key] ?? event.key) : event.key
    if (!isArrowKey(key) || place === undefined) return
    event.preventDefault()
    const isAcross = key === 'ArrowUp' || key === 'ArrowDown'
    time.current = isAcross ? (time.current ?? lines[place.line]?.[place.index]?.from) : undefined
    const next = goTo(lines, place, key, time.current)
    wanted.current = nameOf(next.line, next.index)
    reveal?.(next.line)
    setChosen({ ...next })
  }

  function onFocusIn({ target }: FocusEvent): void {
    const name = target instanceof HTMLElement ? target.dataset.place : undefined
    if (name === undefined) return
    const [line = 0, index = 0] = name.split('-').map(Number)
    if (chosen?.line === line && chosen.index === index) return
    time.current = undefined
    setChosen({ line, index })
  }

  const handlers = useRef({ onKeyDown, onFocusIn })
  handlers.current = { onKeyDown, onFocusIn }
  useLayoutEffect(() => {
    const element = root.current
    const ending = new AbortController()
    const listen = { signal: ending.signal }
    element?.addEventListener('keydown', (event) => handlers.current.onKeyDown(event), listen)
    element?.addEventListener('focusin', (event) => handlers.current.onFocusIn(event), listen)
    return () => ending.abort()
  }, [root])

  return { tabIndexOf: (line, index) => (place?.line === line && place.index === index ? 0 : -1), nameOf }
}

function nameOf(line: number, index: number): string {
  return `${line}-${index}`
}
