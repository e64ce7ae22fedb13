import type { Meeting } from '../../domain/entities.ts'
import { invitedUrl } from '../../domain/meeting-links.ts'
import { mostPanelists, type Panelist, type PanelistInput, parsePanelists } from '../../domain/panelist.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { userNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import { hostOf, orRefuse } from '../meetings/context.ts'
import { findWebinar } from './find-webinar.ts'

/** Those who speak in a webinar: invited by name, each with a link of their own. */
export function panelistRoutes(router: Router, emulator: Emulator): void {
  const { store, clock, ids, switches } = emulator
  const find = (context: Ctx): Meeting => {
    const webinar = findWebinar(emulator, context)
    hostOf(emulator, webinar)
    return webinar
  }
  /** The same e-mail again is the same panelist, with what is newer. */
  const panelistFrom = (webinarId: number, input: PanelistInput): Panelist => {
    const known = [...store.panelistsOf(webinarId)].find(
      ({ email }) => email.toLowerCase() === input.email.toLowerCase(),
    )
    return {
      ...known,
      ...input,
      webinarId,
      id: known?.id ?? ids.urlSafeId(),
      linkSecret: known?.linkSecret ?? ids.secret(24),
    }
  }

  router.on('GET /webinars/{webinarId}/panelists', (context) => {
    const webinar = find(context)
    const panelists = [...store.panelistsOf(webinar.id)].map((panelist) =>
      present(panelist, webinar, emulator.baseUrl()),
    )
    return reply(200, { total_records: panelists.length, panelists })
  })

  router.on('POST /webinars/{webinarId}/panelists', async (context) => {
    const body = await readJson(context)
    const webinar = find(context)
    const inputs = orRefuse(parsePanelists(body, switches.coerceText))
    store.transaction(() => {
      for (const input of inputs) store.panelists.put(panelistFrom(webinar.id, input))
      if ([...store.panelistsOf(webinar.id)].length > mostPanelists) throw tooManyPanelists()
    })
    return reply(201, { id: String(webinar.id), updated_at: formatInstant(clock.now()) })
  })

  router.on('DELETE /webinars/{webinarId}/panelists', (context) => {
    const webinar = find(context)
    store.transaction(() => {
      for (const { id } of [...store.panelistsOf(webinar.id)]) store.panelists.delete(id)
    })
    return reply(204)
  })

  router.on('DELETE /webinars/{webinarId}/panelists/{panelistId}', (context) => {
    const webinar = find(context)
    const id = context.req.param('panelistId') ?? ''
    if (store.panelists.get(id)?.webinarId !== webinar.id) throw userNotFound(id)
    store.panelists.delete(id)
    return reply(204)
  })
}

/** The panelist whose join link has this `tk`. */
export function panelistOfLink({ store }: Pick<Emulator, 'store'>, webinar: Meeting, tk: string): Panelist | undefined {
  const [id = '', secret] = tk.split('.')
  const panelist = store.panelists.get(id)
  return panelist?.webinarId === webinar.id && panelist.linkSecret === secret ? panelist : undefined
}

function present({ webinarId: _, linkSecret, ...panelist }: Panelist, webinar: Meeting, baseUrl: string): object {
  return { ...panelist, join_url: invitedUrl(baseUrl, webinar, `${panelist.id}.${linkSecret}`) }
}

function tooManyPanelists(): ZoomApiError {
  return new ZoomApiError(
    400,
    3000,
    'You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information.',
  )
}
