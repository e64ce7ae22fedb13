import { invalidParameter, missingField } from '../../domain/field-problem.ts'
import { oneOf, parseFields } from '../../domain/fields.ts'
import { recoverFiles, removeFiles } from '../../domain/recording/recording.ts'
import { parseRecordingSettings } from '../../domain/recording/recording-settings.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentRecording } from '../../present/recording.ts'
import { orRefuse } from '../meetings/context.ts'
import { findFile, findRecording } from './find-recording.ts'

/** `download_access_token` lives so long where nobody says, and at most, in seconds. */
const tokenLife = 86_400
const longestTokenLife = 604_800

/** The cloud recordings of meetings: read, put in the trash, taken out of it, and their settings. */
export function recordingRoutes(router: Router, emulator: Emulator, links: TokenSigner): void {
  const { store, clock, switches } = emulator

  router.on('GET /meetings/{meetingId}/recordings', (context) => {
    const { recording, files } = findRecording(emulator, context)
    const ttl = readTtl(context)
    const asksToken = context.req.query('include_fields')?.split(',').includes('download_access_token')
    return reply(200, {
      ...presentRecording(recording, files, emulator.baseUrl()),
      password: recording.settings.password,
      ...(asksToken && { download_access_token: links.sign(`recording ${recording.uuid}`, clock.now() + ttl * 1000) }),
    })
  })
  router.on('DELETE /meetings/{meetingId}/recordings', (context) => {
    const { recording, files } = findRecording(emulator, context)
    store.recordings.put(removeFiles(recording, idsOf(files), readAction(context), clock.now()))
    return reply(204)
  })
  router.on('DELETE /meetings/{meetingId}/recordings/{recordingId}', (context) => {
    const found = findRecording(emulator, context)
    const file = findFile(context, found)
    if (store.meetings.get(found.recording.ownerId)?.status === 'started')
      throw new ZoomApiError(400, 3303, 'You can not delete an uncompleted meeting.')
    store.recordings.put(removeFiles(found.recording, idsOf([file]), readAction(context), clock.now()))
    return reply(204)
  })
  router.on('PUT /meetings/{meetingId}/recordings/{recordingId}/status', async (context) => {
    requireRecover(await readJson(context))
    const found = findRecording(emulator, context, 'trash')
    store.recordings.put(recoverFiles(found.recording, idsOf([findFile(context, found)])))
    return reply(204)
  })
  router.on('PUT /meetings/{meetingUUID}/recordings/status', async (context) => {
    requireRecover(await readJson(context))
    const { recording, files } = findRecording(emulator, context, 'trash')
    store.recordings.put(recoverFiles(recording, idsOf(files)))
    return reply(204)
  })
  router.on('GET /meetings/{meetingId}/recordings/settings', (context) =>
    reply(200, findRecording(emulator, context).recording.settings),
  )
  router.on('PATCH /meetings/{meetingId}/recordings/settings', async (context) => {
    const body = await readJson(context)
    const { recording } = findRecording(emulator, context)
    const change = orRefuse(parseRecordingSettings(body, switches.coerceText))
    store.recordings.put({ ...recording, settings: { ...recording.settings, ...change } })
    return reply(204)
  })
}

function idsOf(files: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(files.map(({ id }) => id))
}

function readAction(context: Ctx): 'trash' | 'delete' {
  const action = context.req.query('action') || 'trash'
  if (action !== 'trash' && action !== 'delete') throw validationFailed([invalidParameter('action')])
  return action
}

function readTtl(context: Ctx): number {
  const text = context.req.query('ttl')
  const ttl = text ? Number(text) : tokenLife
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > longestTokenLife) throw validationFailed([invalidParameter('ttl')])
  return ttl
}

/** Out of the trash is all that can be asked for. */
function requireRecover(body: object): void {
  const { action } = orRefuse(parseFields<{ action: 'recover' }>({ action: oneOf('recover') }, body, true))
  if (!action) throw validationFailed([missingField('action')])
}
