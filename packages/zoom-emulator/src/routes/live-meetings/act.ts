import type { User } from '../../domain/entities.ts'
import { isLive } from '../../domain/live-stream.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { finishRecording, isRecording, startRecording, stopRecording } from '../../domain/recording/recording.ts'
import type { Session } from '../../domain/session.ts'
import { finishSummary, isSummarizing, startSummary, stopSummary } from '../../domain/summary.ts'
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

/** A meeting has begun: what its settings ask for begins with it. */
export function beginWith(emulator: Emulator, session: Session, settings: Readonly<Record<string, unknown>>): void {
  if (settings.auto_recording === 'cloud') actOnRecording(emulator, session, 'start')
  if (settings.auto_start_meeting_summary === true) actOnCompanion(emulator, session, 'start')
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
  const { store, clock, ids, timers, events } = emulator
  const recording = store.recordings.get(session.uuid)
  if (!recording) return
  const finished = finishRecording(recording, clock.now(), ids)
  store.recordings.put(finished)
  timers.at(finished.readyAt ?? 0, () => {
    const ready = store.recordings.get(session.uuid)
    if (!ready) return
    events.publish('recording.completed', session.accountId, () => ({
      object: presentRecording(ready, ready.files, emulator.baseUrl()),
    }))
  })
}

function endSummary(emulator: Emulator, session: Session): void {
  const { store, clock, timers } = emulator
  const summary = store.summaries.get(session.uuid)
  if (!summary) return
  const finished = finishSummary(summary, clock.now())
  store.summaries.put(finished)
  if (isSummarizing(summary)) publishSessionEvent(emulator, { name: kindOf(session) }, session, 'ai_companion_stopped')
  timers.at(finished.readyAt ?? 0, () => {
    if (store.summaries.get(session.uuid))
      publishSessionEvent(emulator, { name: kindOf(session) }, session, 'summary_completed')
  })
}
