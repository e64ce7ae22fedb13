import { useState } from 'preact/hooks'
import { useParts } from '../../parts.ts'
import { useMe } from '../../shell/session.ts'
import { type Draft, keepDraft, newDraft, readDraft } from './draft.ts'

export interface DraftParts {
  readonly draft: Draft
  /** Takes over what was typed; it outlives a reload and a sign-in. */
  change(draft: Draft): void
  /** Forgets it: the booking is made. */
  drop(): void
}

/** @param wanted what the address asks for: a start that was clicked in the calendar, say */
export function useDraft(wanted: Partial<Draft>): DraftParts {
  const { kept, clock } = useParts()
  const { timeZone } = useMe()
  const [draft, setDraft] = useState<Draft>(() => {
    const now = clock.now()
    return { ...(readDraft(kept.inTab, now) ?? newDraft(now, timeZone)), ...wanted }
  })
  return {
    draft,
    change(next) {
      keepDraft(kept.inTab, next)
      setDraft(next)
    },
    drop() {
      keepDraft(kept.inTab, undefined)
    },
  }
}
