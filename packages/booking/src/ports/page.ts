/** Which rows of a list are wanted. */
export interface Page {
  /** The `id` of the last row of the page before; `undefined` for the first page. */
  readonly after?: string | undefined
  readonly limit: number
}

/** A stretch of time: from an instant on, up to another one, which is not in it. Milliseconds since 1970. */
export interface Range {
  readonly from: number
  readonly to: number
}
