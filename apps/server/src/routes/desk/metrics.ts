import type { DeskFigures } from '@convene/booking'
import type { Gauge } from '../../http/metrics.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'

export const metrics: DeskRoute = openRoute(
  {
    method: 'get',
    path: '/metrics',
    tag: 'Desk',
    summary: 'Figures for Prometheus',
    description: 'Numbers alone, of no person. Let the proxy keep them from the outside.',
    answers: { 200: { description: 'The text format of Prometheus', type: 'text/plain' } },
  },
  async ({ context }) => {
    const { figures, awaySince } = await context.store.read(async (reading) => ({
      figures: await reading.figures(),
      awaySince: await reading.zoomAway.since(),
    }))
    const gauges = [...gaugesOf(figures, context.clock.now()), zoomGauge(awaySince)]
    return new Response(context.metrics.format(gauges), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    })
  },
)

function gaugesOf({ bookings, unsettledSince, messages }: DeskFigures, now: number): Gauge[] {
  const unsettled = (bookings.reserved ?? 0) + (bookings.unknown ?? 0)
  return [
    {
      name: 'convene_bookings',
      help: 'Bookings that hold a lane, by their state.',
      values: Object.entries(bookings).map(([state, value]) => ({ labels: { state }, value })),
    },
    { name: 'convene_bookings_unsettled', help: 'Bookings that wait for Zoom.', values: [{ value: unsettled }] },
    {
      name: 'convene_bookings_unsettled_seconds',
      help: 'How long the oldest of them has been waiting.',
      values: [{ value: unsettledSince === undefined ? 0 : Math.max(0, (now - unsettledSince) / 1000) }],
    },
    {
      name: 'convene_outbox_messages',
      help: 'Mails that wait to be sent, and mails that were given up.',
      values: [
        { labels: { state: 'waiting' }, value: messages.waiting },
        { labels: { state: 'failed' }, value: messages.failed },
      ],
    },
  ]
}

function zoomGauge(awaySince: number | undefined): Gauge {
  const help = 'Whether Zoom answered when it was called last.'
  return { name: 'convene_zoom_up', help, values: [{ value: awaySince === undefined ? 1 : 0 }] }
}
