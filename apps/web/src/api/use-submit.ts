import type { Problem } from '@convene/booking/contract'
import { useCallback, useRef, useState } from 'preact/hooks'
import { useParts } from '../parts.ts'
import type { Answer, Failure } from './answer.ts'
import type { Call } from './call.ts'

export interface Submit {
  readonly isSending: boolean
  readonly failure: Failure | undefined
  readonly problem: Problem | undefined
  /** Sends a write; `undefined` while one is on its way, so that a double click does a thing once. */
  send<Value>(call: Call<Value>): Promise<Answer<Value> | undefined>
  /** Forgets what went wrong. */
  clear(): void
}

/**
 * One form or button. A submit that got no answer keeps its key: sent again unchanged, it is the same submit to the desk, and is done
 * once even if the first one arrived.
 */
export function useSubmit(): Submit {
  const { api } = useParts()
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const inFlight = useRef(false)
  const unanswered = useRef<{ readonly of: string; readonly key: string } | undefined>(undefined)

  async function send<Value>(call: Call<Value>): Promise<Answer<Value> | undefined> {
    if (inFlight.current) return undefined
    inFlight.current = true
    setSending(true)
    const of = JSON.stringify([call.method, call.path, call.body])
    const key = unanswered.current?.of === of ? unanswered.current.key : api.createKey()
    const answer = await api.send(call, { key })
    unanswered.current = answer.is === 'unreachable' ? { of, key } : undefined
    inFlight.current = false
    setSending(false)
    setFailure(answer.is === 'refused' || answer.is === 'unreachable' ? answer : undefined)
    return answer
  }

  const clear = useCallback(() => setFailure(undefined), [])
  return { isSending, failure, problem: failure?.is === 'refused' ? failure.problem : undefined, send, clear }
}
