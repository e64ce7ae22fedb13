import type { VNode } from 'preact'
import { useWords } from '../words/words.ts'

/** Shown after a moment, so that what is quick does not flicker. */
export function Loading(): VNode {
  const { common } = useWords()
  return (
    <p class="loading" role="status">
      {common.loading}
    </p>
  )
}
