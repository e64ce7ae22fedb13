import type { DeskContext } from '../../context.ts'
import { networkOf } from '../../http/client-address.ts'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'
import { nextQuery } from '../../schemas/sign-in.ts'
import { browserCookie, redirect, redirectFailure } from '../../sign-in/openid/answers.ts'
import { beginVisit, visitLastsMs } from '../../sign-in/openid/flow.ts'
import type { OpenIdProvider } from '../../sign-in/openid/provider.ts'
import { countTry } from '../../sign-in/tries.ts'

export const beginOpenId: DeskRoute = openRoute(
  {
    method: 'get',
    path: '/api/v1/sign-in/openid',
    tag: 'Sign-in',
    summary: "Sends the browser to the organisation's own sign-in",
    description: 'OpenID Connect, where it is set up. What goes wrong leads to `/sign-in?problem=…`.',
    query: nextQuery,
    answers: { 303: { description: 'To the provider' } },
    problems: ['not_found_here', 'too_many_tries'],
  },
  async ({ context, request, query, clientAddress, log }) => {
    const provider = providerOf(context)
    await countTry(context, 'openid_from_client', networkOf(clientAddress))
    const cookie = browserCookie(context.config)
    try {
      const browserToken = cookie.read(request.headers)
      const departure = await beginVisit(context, provider, { next: query.next, browserToken })
      return redirect(departure.url, [cookie.write(departure.browserToken, visitLastsMs / 1000)])
    } catch (error) {
      return redirectFailure(error, log)
    }
  },
)

/** @throws HttpProblem `not_found_here` */
export function providerOf({ openid }: Pick<DeskContext, 'openid'>): OpenIdProvider {
  if (openid !== undefined) return openid
  throw new HttpProblem('not_found_here', 'No OpenID Connect provider is set up here: ask for a link by mail instead.')
}
