import { useLayoutEffect } from 'preact/hooks'

interface Holder<Kind> {
  readonly current: Kind | null
}

/**
 * Writes what a block says where there is room for it, when it is pointed at, touched or has the focus: in a short block there is none.
 * It is written past the drawing of the page, for a pointer crosses many blocks.
 */
export function useDetail(root: Holder<HTMLElement>, line: Holder<HTMLElement>): void {
  useLayoutEffect(() => {
    const ending = new AbortController()
    const tell = ({ target }: Event): void => {
      const found = target instanceof Element ? target.closest('[data-place]') : null
      if (found !== null && line.current !== null)
        line.current.textContent = found.getAttribute('aria-label') ?? found.textContent
    }
    for (const name of ['pointerover', 'focusin', 'click'])
      root.current?.addEventListener(name, tell, { signal: ending.signal })
    return () => ending.abort()
  }, [root, line])
}
