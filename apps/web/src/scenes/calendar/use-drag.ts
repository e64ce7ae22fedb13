import { useEffect, useRef, useState } from 'preact/hooks'

export interface DragOptions {
  /** The instant to which a movement of so many pixels leads. */
  readonly startAfter: (right: number, down: number) => number
  readonly onDrop: (startsAt: number) => void
}

export interface Drag {
  /** Where it would begin if it were let go now; `undefined` while nothing is dragged. */
  readonly startsAt: number | undefined
  readonly onPointerDown: (event: PointerEvent) => void
  /** A drag ends with a click, which is not meant. */
  readonly onClickCapture: (event: MouseEvent) => void
}

/** A hand that trembles drags nothing. */
const threshold = 6

/** Drags a block with a mouse or a pen; a finger scrolls. Escape puts it back. */
export function useDrag({ startAfter, onDrop }: DragOptions): Drag {
  const [startsAt, setStartsAt] = useState<number | undefined>(undefined)
  const wasDragged = useRef(false)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  function onPointerDown(down: PointerEvent): void {
    wasDragged.current = false
    if (down.button !== 0 || down.pointerType === 'touch') return
    let at: number | undefined
    const ending = new AbortController()
    const end = (): void => {
      ending.abort()
      setStartsAt(undefined)
    }
    stop.current = end
    const listen = { signal: ending.signal }
    addEventListener(
      'pointermove',
      (event) => {
        const [right, below] = [event.clientX - down.clientX, event.clientY - down.clientY]
        if (at === undefined && Math.hypot(right, below) < threshold) return
        wasDragged.current = true
        at = startAfter(right, below)
        setStartsAt(at)
      },
      listen,
    )
    addEventListener(
      'pointerup',
      () => {
        end()
        if (at !== undefined) onDrop(at)
      },
      listen,
    )
    addEventListener('pointercancel', end, listen)
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape') end()
      },
      listen,
    )
  }

  return {
    startsAt,
    onPointerDown,
    onClickCapture(event) {
      if (!wasDragged.current) return
      wasDragged.current = false
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
