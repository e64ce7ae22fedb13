import type { Meeting } from '../../domain/entities.ts'
import type { Guest } from '../../domain/life/participant.ts'
import type { Emulator } from '../../http/env.ts'

/** Who comes: with the e-mail of an active user of the account, that user, signed in. There are no passwords here. */
export function guestFrom({ store }: Emulator, { accountId }: Meeting, name: string, email = ''): Guest {
  const user = email === '' ? undefined : store.userByEmail(accountId, email)
  return user?.status === 'active' ? { name, email: user.email, userId: user.id } : { name, email }
}
