import type { VNode } from 'preact'
import { calendarWords } from './words.ts'

const looks = [
  ['mine', 'block block-mine block-sure'],
  ['other', 'block block-other block-sure'],
  ['asked', 'block block-mine block-asked'],
  ['open', 'block block-mine block-open'],
  ['foreign', 'block block-foreign block-sure'],
  ['override', 'block block-other block-sure block-override'],
] as const

/** What can be in a week of one's own. */
const ofOwn: ReadonlySet<string> = new Set(['mine', 'asked', 'open'])

/** What each look means, in words, and how the keyboard goes through. */
export function Legend({ keys, isOwn }: { readonly keys: string; readonly isOwn: boolean }): VNode {
  const { legend, legendTitle, keysTitle } = calendarWords.use()
  return (
    <div class="calendar-legend">
      <h2 class="unseen">{legendTitle}</h2>
      <ul>
        {(isOwn ? looks.filter(([name]) => ofOwn.has(name)) : looks).map(([name, classes]) => (
          <li key={name}>
            <span class={`legend-sign ${classes}`} aria-hidden="true" />
            {legend[name]}
          </li>
        ))}
        {!isOwn && (
          <>
            <li>
              <span class="legend-sign legend-free" aria-hidden="true" />
              {legend.free}
            </li>
            <li>
              <span class="legend-sign host-closed" aria-hidden="true" />
              {legend.closed}
            </li>
          </>
        )}
      </ul>
      <p class="hint">
        <strong>{keysTitle}:</strong> {keys}
      </p>
    </div>
  )
}
