import type { DeskRoute } from '../http/route.ts'
import { askLink } from './sign-in/ask-link.ts'
import { confirmSignIn } from './sign-in/confirm.ts'
import { signInAsDemo } from './sign-in/demo.ts'
import { editMe } from './sign-in/edit-me.ts'
import { beginOpenId } from './sign-in/openid-begin.ts'
import { endOpenId } from './sign-in/openid-callback.ts'
import { signOut } from './sign-in/sign-out.ts'

/** How people come in and go out. */
export const signIn: readonly DeskRoute[] = [
  askLink,
  confirmSignIn,
  signInAsDemo,
  beginOpenId,
  endOpenId,
  signOut,
  editMe,
]
