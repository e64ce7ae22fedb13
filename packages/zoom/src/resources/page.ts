import { ZoomError } from '../errors.ts'
import type { PageEnvelope } from '../generated/types/schemas.ts'
import { checkInteger } from './check.ts'

/** Zoom's parameters of every list that has pages. */
export interface PageQuery {
  readonly page_size?: number | undefined
  readonly page_number?: number | undefined
  readonly next_page_token?: string | undefined
}

/**
 * A list that reads its pages when they are wanted: `await list` gives the first page, `for await (const row of list)`
 * every row, `list.pages()` every page. Each of these asks Zoom anew; a list that nobody waits for sends nothing.
 */
export interface PagedList<Page extends PageEnvelope, Row> extends PromiseLike<Page>, AsyncIterable<Row> {
  /** Every page in turn; `limit` does not apply. */
  pages(): AsyncIterable<Page>
}

/** How a resource reads its pages. */
export interface PageSource<Query extends PageQuery, Page extends PageEnvelope, Row> {
  /** What the caller asked for. */
  readonly query: Query
  /** The most rows that going through them gives. */
  readonly limit?: number | undefined
  /** The most rows that Zoom puts on a page of this list: 300 when absent, 0 where nobody knows. */
  readonly mostRows?: number | undefined
  fetchPage(query: Query): Promise<Page>
  rowsOf(page: Page): readonly Row[]
}

/** Makes a list of a source of pages. */
export function createPagedList<Query extends PageQuery, Page extends PageEnvelope, Row>(
  source: PageSource<Query, Page, Row>,
): PagedList<Page, Row> {
  const { query, limit, mostRows = 300 } = source
  const fetchPage = async (pageQuery: Query) => {
    checkInteger('page_size', query.page_size, 1, mostRows || undefined)
    checkInteger('page_number', query.page_number, 1)
    checkInteger('limit', limit, 1)
    return await fetchCheckedPage(source, pageQuery)
  }
  // Big pages make fewer calls, and every call counts against the account's limits (docs/zoom-facts.md §3).
  const pages = (most: number) => {
    const page_size = query.page_size ?? (mostRows === 0 ? undefined : Math.min(most, mostRows))
    return readPages(fetchPage, { ...query, page_size })
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: to be awaited is what this object is for
    then: (onPage, onError) => fetchPage(query).then(onPage, onError),
    pages: () => pages(mostRows),
    async *[Symbol.asyncIterator]() {
      let left = limit ?? Number.POSITIVE_INFINITY
      for await (const page of pages(left))
        for (const row of source.rowsOf(page)) {
          yield row
          left -= 1
          if (left <= 0) return
        }
    },
  }
}

async function* readPages<Query extends PageQuery, Page extends PageEnvelope>(
  fetchPage: (query: Query) => Promise<Page>,
  firstQuery: Query,
): AsyncGenerator<Page> {
  const seen = new Set([firstQuery.next_page_token])
  let query = firstQuery
  for (;;) {
    const page = await fetchPage(query)
    yield page
    const token = page.next_page_token
    if (!token) return
    if (seen.has(token))
      throw new ZoomError('malformed_answer', 'Zoom gave the same page token twice: the list would never end.', {
        remedy: 'The rows until here are right; ask again later.',
      })
    seen.add(token)
    query = { ...firstQuery, page_number: undefined, next_page_token: token }
  }
}

async function fetchCheckedPage<Query extends PageQuery, Page extends PageEnvelope, Row>(
  source: PageSource<Query, Page, Row>,
  query: Query,
): Promise<Page> {
  const page = await source.fetchPage(query).catch((error: unknown) => {
    throw query.next_page_token && isDeadToken(error) ? deadToken(error) : error
  })
  if (!Array.isArray(source.rowsOf(page)))
    throw new ZoomError('malformed_answer', 'The rows of the page are not a list.')
  return page
}

/** Zoom's words for a dead token follow the language of the account, but code 300 without a field is nothing else here (docs/zoom-facts.md §5.7, §10). */
const isDeadToken = (error: unknown): error is ZoomError =>
  error instanceof ZoomError && error.details.zoomCode === 300 && !error.details.fieldErrors?.length

function deadToken(error: ZoomError): ZoomError {
  return new ZoomError(error.code, 'Zoom no longer knows the page token of this list: a token lives 15 minutes.', {
    ...error.details,
    remedy: 'Begin the list again, and take the rows faster.',
    cause: error,
  })
}
