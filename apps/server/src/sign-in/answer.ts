import type { DeskContext } from '../context.ts'
import { json } from '../http/route.ts'
import { loadSession } from '../present/load-session.ts'
import { sessionCookie } from './cookies.ts'
import type { SignedIn } from './links.ts'
import { longestMs } from './sessions.ts'

/** The header that keeps a session in the browser. How long it may lie idle is for the desk to know. */
export function setSession({ config }: Pick<DeskContext, 'config'>, sessionToken: string): string {
  return sessionCookie(config).write(sessionToken, longestMs / 1000)
}

/** What a page gets that has just signed somebody in. */
export async function answerSignedIn(context: DeskContext, { member, sessionToken }: SignedIn): Promise<Response> {
  return json(await loadSession(context, member), 200, { 'set-cookie': setSession(context, sessionToken) })
}
