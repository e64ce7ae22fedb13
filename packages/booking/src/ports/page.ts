export interface Page {
  /** The `id` of the last row of the page before; `undefined` for the first page. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface Range {
  readonly from: number
  readonly to: number
}
