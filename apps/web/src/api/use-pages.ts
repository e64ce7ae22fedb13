import type { PageOf } from '@convene/booking/contract'
import { useEffect, useState } from 'preact/hooks'
import { useParts } from '../parts.ts'
import type { Failure } from './answer.ts'
import type { Call } from './call.ts'
import type { News } from './news.ts'
import { useAnswer } from './use-answer.ts'

export interface Pages<Row> {
  /** `undefined` until the first page is there. */
  readonly rows: readonly Row[] | undefined
  readonly failure: Failure | undefined
  readonly hasMore: boolean
  more(): Promise<void>
  reload(): void
}

/**
 * Rows that come in pages: the first one, and more when they are asked for.
 *
 * @param callFor the call for the page after a place; for `undefined` the first one
 * @param matters of which news everything is asked anew
 */
export function usePages<Row>(
  callFor: (after: string | undefined) => Call<PageOf<Row>>,
  matters?: (news: News) => boolean,
): Pages<Row> {
  const { api } = useParts()
  const first = useAnswer(callFor(undefined), matters)
  const [rest, setRest] = useState<PageOf<Row> | undefined>(undefined)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  // Another question, or the same one anew: what came after the old first page is not of it.
  useEffect(() => setRest(undefined), [first.value])
  const next = (rest ?? first.value)?.next ?? undefined
  return {
    rows: first.value && [...first.value.rows, ...(rest?.rows ?? [])],
    failure: failure ?? first.failure,
    hasMore: next !== undefined,
    async more() {
      const answer = await api.send(callFor(next))
      setFailure(answer.is === 'refused' || answer.is === 'unreachable' ? answer : undefined)
      if (answer.is === 'good')
        setRest({ rows: [...(rest?.rows ?? []), ...answer.value.rows], next: answer.value.next })
    },
    reload: first.reload,
  }
}
