import type { DeskContext } from '../../context.ts'
import { docsStyle, formatDocsPage } from '../../http/docs-page.ts'
import { type ApiDocument, describeApi } from '../../http/openapi.ts'
import { type DeskRoute, json, openRoute } from '../../http/route.ts'

/**
 * The description of the API, and a page to read it.
 *
 * @param all every route, these too
 */
export function descriptionRoutes(all: () => readonly DeskRoute[]): DeskRoute[] {
  let document: ApiDocument | undefined
  const describe = ({ config, version }: DeskContext): ApiDocument => {
    document ??= describeApi(all(), config, version)
    return document
  }
  return [
    openRoute(
      {
        method: 'get',
        path: '/openapi.json',
        tag: 'Desk',
        summary: 'The API, described in OpenAPI 3.1',
        answers: { 200: { description: 'Made from the routes themselves', type: 'application/json' } },
      },
      ({ context }) => json(describe(context)),
    ),
    openRoute(
      {
        method: 'get',
        path: '/docs',
        tag: 'Desk',
        summary: 'The API, to be read',
        answers: { 200: { description: 'A page that loads nothing from elsewhere', type: 'text/html' } },
      },
      ({ context }) =>
        new Response(formatDocsPage(describe(context)), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ),
    openRoute(
      {
        method: 'get',
        path: '/docs/style.css',
        tag: 'Desk',
        summary: 'How that page looks',
        answers: { 200: { description: 'CSS', type: 'text/css' } },
      },
      () => new Response(docsStyle, { headers: { 'content-type': 'text/css; charset=utf-8' } }),
    ),
  ]
}
