import type { DemoSignIn, MeView, SessionView, SignInConfirmation, SignInLinkRequest } from '@convene/booking/contract'
import { type Call, pathWith, read, write } from './call.ts'

export const readSession = (): Call<SessionView> => read('/session')
export const askForLink = (request: SignInLinkRequest): Call<void> => write('POST', '/sign-in/link', request)
export const confirmSignIn = (confirmation: SignInConfirmation): Call<SessionView> =>
  write('POST', '/sign-in/confirm', confirmation)
export const signInAsDemo = (person: DemoSignIn): Call<SessionView> => write('POST', '/sign-in/demo', person)
export const signOut = (): Call<void> => write('POST', '/sign-out', {})
export const changeMe = (changes: Partial<Pick<MeView, 'name' | 'language' | 'timeZone'>>): Call<MeView> =>
  write('PATCH', '/me', changes)

/** Where the browser goes to sign in at the provider. */
export const openIdAddress = (next: string): string => `/api/v1${pathWith('/sign-in/openid', { next })}`
/** A file with everything that the desk keeps of the member. */
export const myDataAddress = '/api/v1/me/export'
