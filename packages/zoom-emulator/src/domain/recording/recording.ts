import type { Ids } from '../ids.ts'
import type { RegistrationQuestions } from '../registration-questions.ts'
import type { Session } from '../session.ts'
import { makeAudio, makeVideo } from './media.ts'
import type { Bytes } from './mp4-box.ts'
import type { RecordingRegistrant } from './recording-registrant.ts'
import { defaultRecordingSettings, type RecordingSettings } from './recording-settings.ts'

/** A time that was recorded, from a start to a stop; a pause stays within it. */
export interface RecordedSpan {
  readonly fromAt: number
  /** Absent while it goes on. */
  readonly untilAt?: number
}

export interface RecordingFile {
  readonly id: string
  readonly fileType: 'MP4' | 'M4A'
  readonly fromAt: number
  readonly untilAt: number
  /** In bytes. */
  readonly size: number
  /** In the trash since then. */
  readonly deletedAt?: number
}

/** The cloud recording of one instance of a meeting or webinar: being made, then files. */
export interface Recording {
  /** The instance's. */
  readonly uuid: string
  /** The meeting's or webinar's id. */
  readonly ownerId: number
  readonly accountId: string
  readonly hostId: string
  readonly topic: string
  readonly type: number
  /** When the instance began. */
  readonly startedAt: number
  readonly isPaused: boolean
  readonly spans: readonly RecordedSpan[]
  /** When the files are ready; absent while the instance runs. */
  readonly readyAt?: number
  readonly files: readonly RecordingFile[]
  readonly settings: RecordingSettings
  /** Who asked to see it; absent while nobody did. */
  readonly registrants?: readonly RecordingRegistrant[]
  readonly questions?: RegistrationQuestions
}

/** How long the files take after the end. */
const processingMs = 60_000
/** The trash is emptied of what is older. */
const trashMs = 30 * 86_400_000

const passcodeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** Begins the recording of an instance, or goes on with it in another span. */
export function startRecording(known: Recording | undefined, session: Session, now: number, ids: Ids): Recording {
  if (known) return { ...known, isPaused: false, spans: [...known.spans, { fromAt: now }] }
  const { uuid, id, accountId, hostId, topic, type, startedAt = now } = session
  return {
    uuid,
    ownerId: id,
    accountId,
    hostId,
    topic,
    type,
    startedAt,
    isPaused: false,
    spans: [{ fromAt: now }],
    files: [],
    settings: { ...defaultRecordingSettings, topic, password: ids.pick(passcodeAlphabet, 8) },
  }
}

/** Whether it is recorded now, be it paused. */
export function isRecording(recording: Recording | undefined): recording is Recording {
  return recording !== undefined && recording.spans.at(-1)?.untilAt === undefined
}

export function stopRecording(recording: Recording, now: number): Recording {
  const spans = recording.spans.map((span) => (span.untilAt === undefined ? { ...span, untilAt: now } : span))
  return { ...recording, isPaused: false, spans }
}

/** The instance is over: a video and an audio file a span, ready after a while. */
export function finishRecording(recording: Recording, now: number, ids: Ids): Recording {
  const stopped = stopRecording(recording, now)
  const files = stopped.spans.flatMap(({ fromAt, untilAt = now }): RecordingFile[] => {
    const span = { fromAt, untilAt }
    return (['MP4', 'M4A'] as const).map((fileType) => ({
      id: ids.urlSafeId(),
      fileType,
      ...span,
      size: mediaOf({ fileType, ...span }).length,
    }))
  })
  return { ...stopped, readyAt: now + processingMs, files }
}

/** The bytes of a file. */
export function mediaOf({ fileType, fromAt, untilAt }: Pick<RecordingFile, 'fileType' | 'fromAt' | 'untilAt'>): Bytes {
  return fileType === 'MP4' ? makeVideo((untilAt - fromAt) / 1000) : makeAudio((untilAt - fromAt) / 1000)
}

/** The files to be seen: those outside the trash, or those in it; none before the recording is ready. */
export function visibleFiles(recording: Recording, place: 'kept' | 'trash', now: number): readonly RecordingFile[] {
  if (recording.readyAt === undefined || recording.readyAt > now) return []
  return recording.files.filter(({ deletedAt }) =>
    place === 'kept' ? deletedAt === undefined : deletedAt !== undefined && deletedAt > now - trashMs,
  )
}

/** The recording with these files in the trash, or without them. */
export function removeFiles(
  recording: Recording,
  ids: ReadonlySet<string>,
  action: 'trash' | 'delete',
  now: number,
): Recording {
  const { files } = recording
  if (action === 'delete') return { ...recording, files: files.filter(({ id }) => !ids.has(id)) }
  return { ...recording, files: files.map((file) => (ids.has(file.id) ? { ...file, deletedAt: now } : file)) }
}

/** The recording with these files out of the trash. */
export function recoverFiles(recording: Recording, ids: ReadonlySet<string>): Recording {
  const files = recording.files.map((file) => {
    const { deletedAt: _, ...kept } = file
    return ids.has(file.id) ? kept : file
  })
  return { ...recording, files }
}
