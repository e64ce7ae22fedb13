import { bad, good, notTried, type Step } from './step.ts'

/** A clock that is wrong by more than this spoils the lives of tokens and what counts as past, in ms. */
const tolerableMs = 30_000

/** What is told of the desk's clock, by how far it is ahead of Zoom's. */
export function sayClock(skewMs: number | undefined): Step {
  if (skewMs === undefined) return notTried('Zoom did not say what time it is.')
  if (Math.abs(skewMs) <= tolerableMs) return good("The desk's clock agrees with Zoom's.")
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  return bad(
    `The desk's clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} Zoom's. Set it, best by network time (NTP): meetings begin at wrong times, and tokens seem to have ended.`,
  )
}
