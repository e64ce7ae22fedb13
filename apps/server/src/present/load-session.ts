import type { Member } from '@convene/booking'
import type { SessionView, SignInWays } from '@convene/booking/contract'
import type { DeskContext } from '../context.ts'
import { languageOf, presentDesk, presentMe } from './session.ts'

/** What a page asks for first: who is signed in, what desk it is, how one signs in. */
export async function loadSession(context: DeskContext, member: Member | undefined): Promise<SessionView> {
  const { store } = context
  const { demo, ...standing } = await store.read(async (reading) => ({
    policies: await reading.policies.get(),
    awaySince: await reading.zoomAway.since(),
    demo: context.config.isDemo ? await reading.members.list({ limit: mostDemoPeople }) : [],
  }))
  return {
    member: member === undefined ? null : presentMe(member),
    desk: presentDesk(context, standing),
    signIn: waysOf(context, demo),
  }
}

const mostDemoPeople = 50

function waysOf({ config }: DeskContext, people: readonly Member[]): SignInWays {
  return {
    link: true,
    openid: config.openid === undefined ? null : { name: config.openid.name },
    demo: people
      .filter(({ isActive }) => isActive)
      .map(({ id, name, role, language }) => ({ id, name, role, language: languageOf(language) })),
  }
}
