import { type DeskRoute, openRoute } from '../../http/route.ts'
import { setSession } from '../../sign-in/answer.ts'
import { sessionCookie } from '../../sign-in/cookies.ts'
import { browserCookie, redirect, redirectFailure } from '../../sign-in/openid/answers.ts'
import { endVisit } from '../../sign-in/openid/flow.ts'
import { callbackPath } from '../../sign-in/openid/provider-of.ts'
import { providerOf } from './openid-begin.ts'

export const endOpenId: DeskRoute = openRoute(
  {
    method: 'get',
    path: callbackPath,
    tag: 'Sign-in',
    summary: 'Where the provider sends the browser back to',
    description: 'Leads to the path that was asked for, or to `/sign-in?problem=…`.',
    answers: { 303: { description: 'To the page' } },
    problems: ['not_found_here'],
  },
  async ({ context, request, log }) => {
    const { config } = context
    const answer = new URL(request.url).searchParams
    const browser = {
      browserToken: browserCookie(config).read(request.headers),
      before: sessionCookie(config).read(request.headers),
    }
    try {
      const { next, sessionToken } = await endVisit(context, providerOf(context), answer, browser)
      return redirect(next, [setSession(context, sessionToken)])
    } catch (error) {
      return redirectFailure(error, log)
    }
  },
)
