/**
 * An answer as it has to be for a browser that reached its page below a prefix: pages and redirections name paths from the top
 * of their own Zoom, which is not the top of the server.
 */
export async function underPrefix(prefix: string, answer: Response): Promise<Response> {
  const location = answer.headers.get('location')
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  if (!isPage && !location?.startsWith('/')) return answer
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  if (location?.startsWith('/')) headers.set('location', prefix + location)
  const body = isPage ? withLinksUnder(prefix, await answer.text()) : answer.body
  return new Response(body, { status: answer.status, headers })
}

/** In attributes only: a text of a page has no quotation marks, they are escaped. */
function withLinksUnder(prefix: string, html: string): string {
  return html.replaceAll(/(\s(?:href|action|formaction|src)=")\/(?!\/)/g, `$1${prefix}/`)
}
