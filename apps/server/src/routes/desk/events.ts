import { isAtLeast, type Member, type NewsItem } from '@convene/booking'
import type { DeskEvent } from '@convene/booking/contract'
import type { DeskContext } from '../../context.ts'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, memberRoute } from '../../http/route.ts'

/** A proxy closes what is silent for a minute. */
const heartbeatMs = 25_000
/** Tabs of one member. */
const mostStreams = 20

export const events: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/events',
    tag: 'Events',
    summary: 'What is other now, as server-sent events',
    description:
      'Each event has a name (`booking_changed`, `calendar_changed`, `zoom_changed`, `mail_kept`) and `{ is, bookingId }` as data. They say that something is other, never what: ask for it. After a break ask anew for all.',
    scope: 'bookings:read',
    answers: { 200: { description: 'A stream that ends when the desk stops', type: 'text/event-stream' } },
  },
  ({ context, request, signed }) => {
    // A stream without a body would be open until the desk stops.
    if (request.method === 'HEAD') return new Response(null, { headers })
    const open = openStreams.get(signed.id) ?? 0
    if (open >= mostStreams)
      throw new HttpProblem('too_many_tries', `Close one of the ${mostStreams} event streams first.`, {
        retryAfter: 60,
      })
    openStreams.set(signed.id, open + 1)
    const stream = streamOf(context, request, signed.member, () => {
      const left = (openStreams.get(signed.id) ?? 1) - 1
      if (left > 0) openStreams.set(signed.id, left)
      else openStreams.delete(signed.id)
    })
    return new Response(stream, { headers })
  },
)

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would keep it until its buffer is full.
  'x-accel-buffering': 'no',
}

/** How many streams each session or key has open in this process. */
const openStreams = new Map<string, number>()

function streamOf(
  { news, clock, authenticator }: DeskContext,
  request: Request,
  signedIn: Member,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const text = new TextEncoder()
  let member = signedIn
  let isOpen = true
  let stop = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let cancelBeat = () => {}
      const send = (line: string) => {
        // A page that reads nothing any more is not waited for.
        if (isOpen && (controller.desiredSize ?? 0) > -1000) controller.enqueue(text.encode(line))
        else end()
      }
      const end = () => {
        if (!isOpen) return
        isOpen = false
        stop()
        controller.close()
      }
      // Who has signed out meanwhile hears nothing more, and who is no manager any more hears as a member does.
      const beat = async () => {
        const signed = await authenticator.lookAgain(request).catch(() => undefined)
        if (!isOpen) return
        if (signed === undefined) return end()
        member = signed.member
        send(': still here\n\n')
        schedule()
      }
      const schedule = () => {
        cancelBeat = clock.setTimer(heartbeatMs, () => void beat())
      }
      const forget = news.listen({
        tell(item) {
          const event = eventFor(item, member)
          if (event !== undefined) send(`event: ${event.is}\ndata: ${JSON.stringify(event)}\n\n`)
        },
        end,
      })
      stop = () => {
        stop = () => {}
        cancelBeat()
        forget()
        ended()
      }
      if (!isOpen) return stop()
      send('retry: 3000\n\n')
      schedule()
    },
    cancel() {
      // A look that is under way has nobody to tell any more.
      isOpen = false
      stop()
    },
  })
}

/** What a member hears of it: of a booking its organiser and managers, of all else everybody. */
export function eventFor({ kind, bookingId, memberId }: Omit<NewsItem, 'at'>, member: Member): DeskEvent | undefined {
  const isTheirs = memberId === member.id || isAtLeast(member, 'manager')
  if (kind === 'booking_changed' && !isTheirs) return undefined
  return { is: kind, bookingId: isTheirs ? (bookingId ?? null) : null }
}
