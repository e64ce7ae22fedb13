import type { Recording, RecordingFile } from '../domain/recording/recording.ts'
import { formatInstant } from '../domain/time.ts'

/** A recording with some of its files, as lists show it. @param baseUrl where its links begin */
export function presentRecording(
  recording: Recording,
  files: readonly RecordingFile[],
  baseUrl: string,
): Record<string, unknown> {
  const { uuid, ownerId, accountId, hostId, topic, type, startedAt, settings } = recording
  const recordedMs = files.reduce((most, { fromAt, untilAt }) => Math.max(most, untilAt - fromAt), 0)
  return {
    uuid,
    id: ownerId,
    account_id: accountId,
    host_id: hostId,
    topic: settings.topic ?? topic,
    type: String(type),
    start_time: formatInstant(startedAt),
    duration: Math.ceil(recordedMs / 60_000),
    total_size: files.reduce((sum, { size }) => sum + size, 0),
    recording_count: files.length,
    recording_play_passcode: playPasscode(recording),
    recording_files: files.map((file) => presentFile(recording, file, baseUrl)),
  }
}

/** Opens the play page without asking for the passcode. */
export function playPasscode({ settings }: Recording): string {
  return Buffer.from(settings.password ?? '').toString('base64url')
}

function presentFile({ uuid }: Recording, file: RecordingFile, baseUrl: string): object {
  const { id, fileType, fromAt, untilAt, size, deletedAt } = file
  return {
    id,
    meeting_id: uuid,
    recording_start: formatInstant(fromAt),
    recording_end: formatInstant(untilAt),
    file_type: fileType,
    file_extension: fileType,
    file_size: size,
    play_url: `${baseUrl}/rec/play/${id}`,
    download_url: `${baseUrl}/rec/download/${id}`,
    status: 'completed',
    recording_type: fileType === 'MP4' ? 'shared_screen_with_speaker_view' : 'audio_only',
    deleted_time: deletedAt === undefined ? undefined : formatInstant(deletedAt),
  }
}
