import { networkOf } from '../http/client-address.ts'
import { HttpProblem } from '../http/http-problem.ts'
import type { SignedIn } from './links.ts'
import type { Knocking, SignInParts } from './parts.ts'
import { beginSession } from './sessions.ts'
import { countTry } from './tries.ts'

/**
 * Signs in one of the people of the demo by a click. Whoever calls this has made sure that the desk is a demo.
 *
 * @throws {HttpProblem} `sign_in_failed`
 */
export async function signInDemoPerson(
  parts: SignInParts,
  memberId: string,
  { clientAddress, before }: Knocking,
): Promise<SignedIn> {
  await countTry(parts, 'demo_from_client', networkOf(clientAddress))
  const signedIn = await parts.store.transaction(async (transaction) => {
    const member = await transaction.members.find(memberId)
    if (member?.isActive !== true) return undefined
    return { member, sessionToken: await beginSession(transaction, parts, { member, way: 'demo', before }) }
  })
  if (signedIn) return signedIn
  throw new HttpProblem('sign_in_failed', 'memberId: there is no such person in the demo. Choose one of the list.', {
    field: 'memberId',
    value: memberId,
    status: 400,
  })
}
