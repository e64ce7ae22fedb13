import type { Problem } from '@convene/booking/contract'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useParts } from '../parts.ts'
import type { Failure } from './answer.ts'
import { type Call, nameOfCall } from './call.ts'
import type { News } from './news.ts'

/** What a question has given so far. A value stays while it is asked again, and when that fails. */
export interface Loaded<Value> {
  readonly value: Value | undefined
  readonly failure: Failure | undefined
  readonly problem: Problem | undefined
  readonly isLoading: boolean
  reload(): void
  /** Takes over what another call has given: the answer to a change, say. */
  put(value: Value): void
}

/**
 * Asks, and asks again when there is news that matters.
 *
 * @param call `undefined`: nothing is asked
 * @param matters of which news; without it of none. After a break it is asked again in any case.
 */
export function useAnswer<Value>(call: Call<Value> | undefined, matters?: (news: News) => boolean): Loaded<Value> {
  const { api, news, answers } = useParts()
  const name = call && nameOfCall(call)
  const [, redraw] = useState(0)
  const [round, setRound] = useState(0)
  const state = useRef<{ name: string | undefined; failure: Failure | undefined; isLoading: boolean }>({
    name: undefined,
    failure: undefined,
    isLoading: false,
  })
  if (state.current.name !== name) state.current = { name, failure: undefined, isLoading: name !== undefined }

  useEffect(() => {
    if (call === undefined || name === undefined) return
    const giveUp = new AbortController()
    state.current = { ...state.current, isLoading: true }
    redraw((count) => count + 1)
    void api.send(call, { signal: giveUp.signal }).then((answer) => {
      if (answer.is === 'given_up' || giveUp.signal.aborted) return
      if (answer.is === 'good') answers.set(name, answer.value)
      state.current = { name, failure: answer.is === 'good' ? undefined : answer, isLoading: false }
      redraw((count) => count + 1)
    })
    return () => giveUp.abort()
  }, [name, round, api, answers])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  const isTold = useRef(matters)
  isTold.current = matters
  useEffect(
    () =>
      news.subscribe((piece) => {
        if (piece.is === 'again' || isTold.current?.(piece)) reload()
      }),
    [news, reload],
  )

  const { failure, isLoading } = state.current
  return {
    value: name === undefined ? undefined : (answers.get(name) as Value | undefined),
    failure,
    problem: failure?.is === 'refused' ? failure.problem : undefined,
    isLoading,
    reload,
    put(value) {
      if (name !== undefined) answers.set(name, value)
      redraw((count) => count + 1)
    },
  }
}
