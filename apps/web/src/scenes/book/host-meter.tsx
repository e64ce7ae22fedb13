import type { VNode } from 'preact'

const most = 30

/** One mark a host, those that are free filled: what the text beside it says, for the eye. */
export function HostMeter({ free, of }: { readonly free: number; readonly of: number }): VNode | null {
  if (of === 0) return null
  const marks = Math.min(of, most)
  const filled = of <= most ? free : Math.round((free / of) * most)
  return (
    <span class="meter" aria-hidden="true">
      {Array.from({ length: marks }, (_, index) => (
        <span key={index} class={index < filled ? 'is-free' : undefined} />
      ))}
    </span>
  )
}
