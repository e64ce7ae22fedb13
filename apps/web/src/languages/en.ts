import { common } from './en/common.ts'
import { problems } from './en/problems.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'

/** All words of the page, as English has them. The other languages have the same shape; what is missing there does not compile. */
export interface Words {
  readonly common: typeof common
  readonly problems: typeof problems
  readonly shell: typeof shell
  readonly signIn: typeof signIn
}

export const words: Words = { common, problems, shell, signIn }
