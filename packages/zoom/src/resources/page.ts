import { ZoomError } from '../errors.ts'

/** What Zoom says about a page beside its rows. */
export interface PageEnvelope {
  /** Asks for the page after this one, for 15 minutes; empty on the last page. */
  readonly next_page_token?: string
  readonly page_count?: number
  /** The older way to count pages, from 1. */
  readonly page_number?: number
  /** How many rows a page holds at most. */
  readonly page_size?: number
  readonly total_records?: number
}

/**
 * A list that reads its pages when they are wanted: `await list` gives the first page, `for await (const row of list)`
 * every row, `list.pages()` every page. Each of them asks Zoom anew; a list nobody waits for sends nothing.
 */
export interface PagedList<Page extends PageEnvelope, Row> extends PromiseLike<Page>, AsyncIterable<Row> {
  /** Every page in turn. */
  pages(): AsyncIterable<Page>
}

/** How a resource reads its pages. */
export interface PageSource<Page extends PageEnvelope, Row> {
  /** Asks for one page; `token` is empty for the first. */
  fetchPage(token: string | undefined): Promise<Page>
  rowsOf(page: Page): readonly Row[]
  /** The most rows that are given out in all. */
  readonly limit?: number | undefined
}

/** Makes a list of one page source. */
export function createPagedList<Page extends PageEnvelope, Row>(source: PageSource<Page, Row>): PagedList<Page, Row> {
  const pages = () => readPages(source)
  return {
    // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this object is for
    then: (onPage, onError) => source.fetchPage(undefined).then(onPage, onError),
    [Symbol.asyncIterator]: () => readRows(source),
    pages,
  }
}

async function* readRows<Page extends PageEnvelope, Row>(source: PageSource<Page, Row>): AsyncGenerator<Row> {
  let left = source.limit ?? Number.POSITIVE_INFINITY
  if (left <= 0) return
  for await (const page of readPages(source))
    for (const row of source.rowsOf(page)) {
      yield row
      left -= 1
      if (left <= 0) return
    }
}

async function* readPages<Page extends PageEnvelope, Row>(source: PageSource<Page, Row>): AsyncGenerator<Page> {
  const seen = new Set<string>()
  let token: string | undefined
  do {
    const page = await source.fetchPage(token)
    yield page
    token = page.next_page_token || undefined
    if (token !== undefined && seen.has(token))
      throw new ZoomError('malformed_answer', 'Zoom gave the same page token twice, so the list would never end.')
    if (token !== undefined) seen.add(token)
  } while (token !== undefined)
}
