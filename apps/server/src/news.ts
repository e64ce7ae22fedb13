import type { DeskEvent } from '@convene/booking/contract'

/** A piece of news, and whom it is for. */
export interface NewsItem extends DeskEvent {
  /** Whose booking it is; `undefined`: everybody may know. */
  readonly memberId: string | undefined
}

/** Tells open pages that something is other now, in whichever process it was changed. */
export interface News {
  /** Looks at once instead of with the next round: this process has written something. */
  wake(): void
  /** Calls back with each piece of news from now on until the returned function is called. */
  listen(tell: (item: NewsItem) => void): () => void
}
