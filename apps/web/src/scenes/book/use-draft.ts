import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { useParts } from '../../parts.ts'
import { useMe } from '../../shell/session.ts'
import { type Draft, keepDraft, newDraft, readDraft } from './draft.ts'
import { draftFromQuery } from './draft-from-query.ts'

export interface DraftParts {
  readonly draft: Draft
  /** Takes over what was typed; it outlives a reload and a sign-in. */
  change(draft: Draft): void
  /** Forgets it: the booking is made. */
  drop(): void
}

/** What is typed now; first what was typed before, with what the address asks for: a start that was clicked in the calendar, say. */
export function useDraft(): DraftParts {
  const { kept, clock } = useParts()
  const { timeZone } = useMe()
  const { query, path, route } = useLocation()
  const [draft, setDraft] = useState<Draft>(() => {
    const now = clock.now()
    return { ...newDraft(now, timeZone), ...readDraft(kept.inTab, now), ...draftFromQuery(query) }
  })
  useEffect(() => {
    if (Object.keys(query).length === 0) return
    // Taken over once: after a reload it would be in the way of what was typed since.
    keepDraft(kept.inTab, draft)
    route(path, true)
  }, [])
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
