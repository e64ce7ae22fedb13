import type { Meeting, User } from '../../domain/entities.ts'
import { hasFeature } from '../../domain/features.ts'
import { entrySettings } from '../../domain/life/entry-rules.ts'
import { isLive } from '../../domain/live-stream.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import {
  finishRecording,
  isRecording,
  type Recording,
  startRecording,
  stopRecording,
} from '../../domain/recording/recording.ts'
import type { Session } from '../../domain/session.ts'
import { finishSummary, isSummarizing, type Summary, startSummary, stopSummary } from '../../domain/summary.ts'
import type { Emulator } from '../../http/env.ts'
import { presentRecording } from '../../present/recording.ts'
import { publishSessionEvent } from '../sessions/session-event.ts'

/** What can be done to the recording of a running meeting. */
export type RecordingAct = 'start' | 'stop' | 'pause' | 'resume'

/** Does it, or says that the recording is in no state for it. */
export function actOnRecording({ store, clock, ids }: Emulator, session: Session, act: RecordingAct): boolean {
  const known = store.recordings.get(session.uuid)
  if (act === 'start') {
    if (isRecording(known)) return false
    store.recordings.put(startRecording(known, session, clock.now(), ids))
    return true
  }
  if (!isRecording(known) || (act !== 'stop' && known.isPaused === (act === 'pause'))) return false
  store.recordings.put(act === 'stop' ? stopRecording(known, clock.now()) : { ...known, isPaused: act === 'pause' })
  return true
}

/** What can be done to the AI Companion of a running meeting. */
export type CompanionAct = 'start' | 'stop' | 'disable'

/** Does it, or says that the companion is in no state for it; `disable` throws away what was written too. */
export function actOnCompanion(emulator: Emulator, session: Session, act: CompanionAct, operator?: User): boolean {
  const { store, clock } = emulator
  const known = store.summaries.get(session.uuid)
  const tell = (what: string) => publishSessionEvent(emulator, { name: kindOf(session) }, session, what, operator)
  if (act === 'start') {
    if (isSummarizing(known)) return false
    store.summaries.put(startSummary(known, session, clock.now()))
    tell('ai_companion_started')
    return true
  }
  if (!known || (act === 'stop' && !isSummarizing(known))) return false
  if (act === 'stop') store.summaries.put(stopSummary(known, clock.now()))
  else store.summaries.delete(known.uuid)
  if (isSummarizing(known)) tell('ai_companion_stopped')
  if (act === 'disable') tell('ai_companion_assets_deleted')
  return true
}

/** A meeting has begun: what its settings, and those of this date alone, ask for begins with it. */
export function beginWith(emulator: Emulator, meeting: Meeting): void {
  const settings = entrySettings(meeting, emulator.clock.now())
  if (settings.auto_recording === 'cloud' && mayRecord(emulator, meeting)) actOnRecording(emulator, meeting, 'start')
  if (settings.auto_start_meeting_summary === true) actOnCompanion(emulator, meeting, 'start')
}

function mayRecord({ store }: Emulator, meeting: Meeting): boolean {
  const account = store.accounts.get(meeting.accountId)
  const host = store.users.get(meeting.hostId)
  return account !== undefined && host !== undefined && hasFeature(account, host, kindOf(meeting), 'cloud_recording')
}

/** A meeting is over: what went on in it ends, and what was made of it is ready after a while. */
export function endWith(emulator: Emulator, session: Session): void {
  endStream(emulator, session)
  endRecording(emulator, session)
  endSummary(emulator, session)
}

function endStream(emulator: Emulator, session: Session): void {
  const stream = emulator.store.liveStreams.get(session.id)
  if (!isLive(stream, { ...session, status: 'started' })) return
  const { liveUuid: _, ...kept } = stream
  emulator.store.liveStreams.put(kept)
  publishSessionEvent(emulator, { name: kindOf(session) }, session, 'live_streaming_stopped')
}

function endRecording(emulator: Emulator, session: Session): void {
  const { store, clock, ids } = emulator
  const recording = store.recordings.get(session.uuid)
  if (!recording) return
  const finished = finishRecording(recording, clock.now(), ids)
  store.recordings.put(finished)
  tellWhenRecorded(emulator, finished)
}

/** Tells of a recording once its files are ready. */
export function tellWhenRecorded({ store, timers, events, baseUrl }: Emulator, recording: Recording): void {
  const { uuid, accountId, readyAt = 0 } = recording
  timers.at(readyAt, () => {
    const ready = store.recordings.get(uuid)
    if (!ready) return
    events.publish('recording.completed', accountId, () => ({
      object: presentRecording(ready, ready.files, baseUrl()),
    }))
  })
}

function endSummary(emulator: Emulator, session: Session): void {
  const { store, clock } = emulator
  const summary = store.summaries.get(session.uuid)
  if (!summary) return
  const finished = finishSummary(summary, clock.now())
  store.summaries.put(finished)
  if (isSummarizing(summary)) publishSessionEvent(emulator, { name: kindOf(session) }, session, 'ai_companion_stopped')
  tellWhenSummarized(emulator, finished, session)
}

/** Tells of a summary once it can be read. */
export function tellWhenSummarized(emulator: Emulator, { uuid, readyAt = 0 }: Summary, session: Session): void {
  emulator.timers.at(readyAt, () => {
    if (emulator.store.summaries.get(uuid))
      publishSessionEvent(emulator, { name: kindOf(session) }, session, 'summary_completed')
  })
}
