/** RFC 3339 in UTC without fractions: `2026-12-20T10:00:00Z`. */
export type Instant = string

/** The languages of pages, mails, invitations and calendar files (BCP 47). */
export type Language = 'en' | 'zh-TW' | 'zh-CN' | 'ja' | 'tr'

/** A part of a list. `next`: what to give as `after` for the rest; `null` at its end. */
export interface PageOf<Row> {
  readonly rows: readonly Row[]
  /** What to give as `after` for the next page; `null` on the last. */
  readonly next: string | null
}
