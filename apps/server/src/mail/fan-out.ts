import { createHash } from 'node:crypto'
import { type Booking, isAtLeast, type Member, type Reading, type Transaction } from '@convene/booking'
import type { Addressee, BookingNews } from './news.ts'
import type { ReceiverRole } from './receiver.ts'

interface Copy {
  readonly to: Addressee
  readonly as: ReceiverRole
}

/**
 * Makes of a piece of news one message for each who is told. Each of them is sent, tried again and given up by itself: one address
 * that takes no mail does not have the others get theirs twice. It may be done again: the keys are the same.
 */
export async function fanOut(transaction: Transaction, key: string, news: BookingNews, now: number): Promise<void> {
  const { kind, bookingId, revision, sequence, isNewLink, decision, nextBookingId } = news
  for (const { to, as } of await copiesOf(transaction, news))
    await transaction.outbox.add({
      key: `${key} to ${addressHash('memberId' in to ? to.memberId : to.email)}`,
      kind: 'mail',
      body: { kind, bookingId, revision, sequence, ...(isNewLink && { link: 'new' }), decision, nextBookingId, to, as },
      dueAt: now,
    })
}

async function copiesOf(reading: Reading, news: BookingNews): Promise<Copy[]> {
  const booking = await reading.bookings.find(news.bookingId)
  if (booking === undefined) return []
  const organiser: Copy = { to: { memberId: booking.organiserId }, as: 'organiser' }
  switch (news.kind) {
    case 'approval_asked':
      return (await membersFrom(reading, 'manager'))
        .filter(({ id }) => id !== booking.organiserId)
        .map(({ id }) => ({ to: { memberId: id }, as: 'manager' }))
    case 'approval_decided':
      return [organiser]
    case 'overrun': {
      const next = news.nextBookingId === undefined ? undefined : await reading.bookings.find(news.nextBookingId)
      const admins = await membersFrom(reading, 'admin')
      return [
        organiser,
        ...(next === undefined ? [] : [{ to: { memberId: next.organiserId }, as: 'next_organiser' } as const]),
        ...admins
          .filter(({ id }) => id !== booking.organiserId && id !== next?.organiserId)
          .map(({ id }) => ({ to: { memberId: id }, as: 'admin' }) as const),
      ]
    }
    case 'deputies_changed':
      return [...membersAs('named', news.named), ...membersAs('dismissed', news.dismissed)]
    case 'booking_confirmed':
    case 'booking_cancelled':
    case 'booking_changed':
      return [
        organiser,
        ...(await peopleOf(reading, booking, news.joined)),
        ...news.left.map((to) => ({ to, as: 'left' }) as const),
        ...deputiesOf(booking, news),
      ]
  }
}

/** The people of a booking, without its organiser. */
async function peopleOf(
  reading: Reading,
  { people, organiserId }: Booking,
  joined: readonly string[],
): Promise<Copy[]> {
  const organiser = await reading.members.find(organiserId)
  return people
    .filter(({ email }) => email.toLowerCase() !== organiser?.email.toLowerCase())
    .map(({ email, name = '' }) => ({ to: { email, name }, as: joined.includes(email) ? 'joined' : 'person' }))
}

/** With the first link they hear that they were named; another one is none of theirs. Who is named by a change hears that apart. */
function deputiesOf({ deputies }: Booking, { kind, isNewLink, named }: BookingNews): Copy[] {
  if (kind === 'booking_confirmed') return isNewLink ? [] : membersAs('named', deputies)
  return membersAs(
    'deputy',
    deputies.filter((id) => !named.includes(id)),
  )
}

function membersAs(as: ReceiverRole, ids: readonly string[]): Copy[] {
  return ids.map((memberId) => ({ to: { memberId }, as }))
}

async function membersFrom(reading: Reading, role: Member['role']): Promise<Member[]> {
  const found: Member[] = []
  for (let after: string | undefined; ; ) {
    const page = await reading.members.list({ after, limit: 200 })
    found.push(...page.filter((member) => member.isActive && isAtLeast(member, role)))
    after = page.at(-1)?.id
    if (page.length < 200) return found
  }
}

/** Keys are kept longer than addresses may be. */
function addressHash(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('base64url').slice(0, 22)
}
