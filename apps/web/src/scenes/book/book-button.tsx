import type { VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { instantOf } from '../../time/wall-time.ts'
import { type Speech, useSpeech } from '../../words/words.ts'
import { type Draft, hasTimes, startOf } from './draft.ts'
import type { Outlook } from './use-outlook.ts'

export interface BookButtonProps {
  readonly draft: Draft
  readonly outlook: Outlook
  readonly isBusy: boolean
}

/** Always says what it does; where it can do nothing, why. */
export function BookButton({ draft, outlook, isBusy }: BookButtonProps): VNode {
  const speech = useSpeech()
  const why = isBusy ? undefined : whyNot(draft, outlook, speech)
  return (
    <Button kind="main" type="submit" isBusy={isBusy} isOff={why !== undefined} class="book-button">
      {isBusy ? speech.words.book.booking : (why ?? sayWhat(draft, outlook, speech))}
    </Button>
  )
}

/** As long as the desk has not said anything about it, it may be tried. */
function whyNot(draft: Draft, { preview, problem, isFresh }: Outlook, { words }: Speech): string | undefined {
  if (!hasTimes(draft)) return words.book.timesMissing
  if (!isFresh) return undefined
  if (problem !== undefined) return words.book.notPossible
  if (preview === undefined) return undefined
  if (preview.of === 0) return words.book.noHosts
  if (preview.refusals.length > 0) return words.book.notAllowed
  if (preview.best !== null) return undefined
  return preview.alternatives?.moves ? words.book.notSolved : words.book.notFree
}

function sayWhat(draft: Draft, { preview, isFresh }: Outlook, { words, format }: Speech): string {
  const when = format.moment(
    (isFresh ? preview?.dates[0]?.startsAt : undefined) ?? instantOf(startOf(draft), draft.timeZone) ?? 0,
    draft.timeZone,
  )
  const asks = preview?.best?.needsApproval === true
  if (draft.recurrence === null || preview === undefined)
    return asks ? words.book.submitAsk(when) : words.book.submit(when)
  const { length } = preview.dates
  return asks ? words.book.submitAskSeries(length, when) : words.book.submitSeries(length, when)
}
