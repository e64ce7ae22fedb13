import { type Recording, type RecordingFile, visibleFiles } from '../../domain/recording/recording.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { permittedInstance } from '../sessions/instance-path.ts'

export interface FoundRecording {
  readonly recording: Recording
  /** Those that were looked for: kept, or in the trash. */
  readonly files: readonly RecordingFile[]
}

/** The recording of the path that has files in that place; none is 404/3301. */
export function findRecording(emulator: Emulator, context: Ctx, place: 'kept' | 'trash' = 'kept'): FoundRecording {
  const { store, clock } = emulator
  const text = context.req.param('meetingId') ?? context.req.param('meetingUUID') ?? ''
  const withFiles = (recording: Recording | undefined) =>
    recording && visibleFiles(recording, place, clock.now()).length > 0 ? recording : undefined
  const recording = permittedInstance(emulator, context, text, {
    byUuid: (uuid) => withFiles(store.recordings.get(uuid)),
    ofOwner: (id) => [...store.recordingsOf(id)].map(withFiles),
    missing: noRecording,
  })
  return { recording, files: visibleFiles(recording, place, clock.now()) }
}

/** The file of the path. */
export function findFile(context: Ctx, { files }: FoundRecording): RecordingFile {
  const file = files.find(({ id }) => id === context.req.param('recordingId'))
  if (!file) throw noRecording()
  return file
}

export function noRecording(): ZoomApiError {
  return new ZoomApiError(404, 3301, 'There is no recording for this meeting.')
}
