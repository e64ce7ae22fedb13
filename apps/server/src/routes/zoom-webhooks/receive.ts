import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'

export const receiveZoomWebhook: DeskRoute = openRoute(
  {
    method: 'post',
    path: '/zoom/webhooks',
    tag: 'Desk',
    summary: 'What Zoom tells: signed with the secret of the app',
    limited: false,
    answers: {
      200: { description: "The answer to Zoom's check of the address" },
      204: { description: 'Taken; it is looked at afterwards' },
      401: { description: 'Not signed by Zoom, or too old' },
    },
  },
  ({ context, request }) => {
    const { receive } = context.zoomWebhooks
    if (receive !== undefined) return receive(request)
    throw new HttpProblem('not_found_here', 'The desk takes no webhooks: set ZOOM_WEBHOOK_SECRET, and start it anew.')
  },
)
