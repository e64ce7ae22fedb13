import { type Recording, visibleFiles } from '../../domain/recording/recording.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { PageCtx, Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readText } from '../../http/read-json.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { pageHeaders } from '../../pages/layout.ts'
import { renderRecordingPage, renderRecordingPasscode } from '../../pages/recording.ts'
import { playPasscode } from '../../present/recording.ts'
import { page } from '../meetings/page.ts'

/** How long the players of a page that was opened may load its files. */
const playMs = 6 * 3_600_000

/** `/rec/play/{file}` and `/rec/share/{uuid}`: where people see a recording, with its passcode in `pwd` or asked for. */
export function recordingPages(app: Routes, emulator: Emulator, links: TokenSigner): void {
  const { store, clock } = emulator
  const ofFile = (id: string) =>
    [...store.recordings.values()].find((recording) =>
      visibleFiles(recording, 'kept', clock.now()).some((file) => file.id === id),
    )
  const show = (context: PageCtx, recording: Recording | undefined, fileId?: string): Response => {
    const files = recording ? visibleFiles(recording, 'kept', clock.now()) : []
    if (!recording || files.length === 0) return unknownRecording(context)
    const topic = recording.settings.topic ?? recording.topic
    const mayWatch = context.req.query('pwd') === playPasscode(recording)
    if (!mayWatch) return page(context, renderRecordingPasscode(topic, false))
    const token = links.sign(`recording ${recording.uuid}`, clock.now() + playMs)
    const playable = files
      .filter(({ id }) => fileId === undefined || id === fileId)
      .map(({ id, fileType }) => ({
        fileType,
        url: `${emulator.baseUrl()}/rec/download/${id}?access_token=${encodeURIComponent(token)}`,
      }))
    const policy = `${pageHeaders['content-security-policy']}; media-src 'self'`
    return context.body(renderRecordingPage(topic, playable), 200, {
      ...pageHeaders,
      'content-security-policy': policy,
    })
  }
  const check = async (context: PageCtx, recording: Recording | undefined): Promise<Response> => {
    if (!recording) return unknownRecording(context)
    const passcode = new URLSearchParams(await readText(context)).get('passcode')?.trim()
    if (passcode !== recording.settings.password)
      return page(context, renderRecordingPasscode(recording.settings.topic ?? recording.topic, true), 403)
    return context.redirect(`?pwd=${encodeURIComponent(playPasscode(recording))}`, 303)
  }
  app.get('/rec/play/:id', (context) => show(context, ofFile(context.req.param('id')), context.req.param('id')))
  app.post('/rec/play/:id', (context) => check(context, ofFile(context.req.param('id'))))
  app.get('/rec/share/:uuid', (context) => show(context, store.recordings.get(context.req.param('uuid'))))
  app.post('/rec/share/:uuid', (context) => check(context, store.recordings.get(context.req.param('uuid'))))
}

function unknownRecording(context: PageCtx): Response {
  const remedy = 'It was deleted, is not ready yet, or never existed. Ask the host of the meeting.'
  return page(context, renderDeadLink('There is no such recording', remedy), 404)
}
