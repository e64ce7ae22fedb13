import { type ComponentChildren, type Context, createContext, type VNode } from 'preact'
import { useCallback, useContext, useState } from 'preact/hooks'
import { useParts } from '../parts.ts'

const ToastContext: Context<(text: string) => void> = createContext<(text: string) => void>(() => {})

/** Says for a moment what has happened: "Copied". What somebody must not miss does not belong there. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext)
}

const shownFor = 6000

export function Toasts({ children }: { readonly children: ComponentChildren }): VNode {
  const { clock } = useParts()
  const [toast, setToast] = useState<{ readonly text: string; readonly round: number } | undefined>(undefined)
  const show = useCallback(
    (text: string) => {
      const shown = { text, round: clock.now() }
      setToast(shown)
      clock.after(shownFor, () => setToast((current) => (current === shown ? undefined : current)))
    },
    [clock],
  )
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status">
        {toast && (
          <p class="toast" key={toast.round}>
            {toast.text}
          </p>
        )}
      </div>
    </ToastContext.Provider>
  )
}
