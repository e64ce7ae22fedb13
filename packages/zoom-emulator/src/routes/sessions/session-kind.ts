import type { User } from '../../domain/entities.ts'
import type { Session } from '../../domain/session.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { requireHosting } from '../meetings/choose-host.ts'
import { hostOf } from '../meetings/context.ts'
import { findMeeting } from '../meetings/find-meeting.ts'

/** A kind of thing that has polls, a survey, a live stream and tokens. */
export interface SessionKind {
  /** As messages and the names of events have it. */
  readonly name: 'meeting' | 'webinar'
  /** The one that the path names, for a caller who may use it; refuses with Zoom's codes. */
  find(context: Ctx): Session
}

/** A session and who hosts it. */
export interface HostedSession {
  readonly session: Session
  readonly host: User
}

/** Meetings, by `meetingId`. */
export function meetingKind(emulator: Emulator): SessionKind {
  return {
    name: 'meeting',
    find(context) {
      if (context.req.param('meetingId')?.trim() === '') throw new ZoomApiError(404, 300, 'Meeting ID does not exist.')
      return findMeeting(emulator, context)
    },
  }
}

/** The session of the path; a host who may not have any now is 400/3161, one who is gone 404/1001. */
export function findHosted(emulator: Emulator, kind: SessionKind, context: Ctx): HostedSession {
  const session = kind.find(context)
  const host = hostOf(emulator, session)
  requireHosting(host)
  return { session, host }
}

/** 400/3000 where the session does not run. */
export function requireRunning({ name }: SessionKind, { status }: Session): void {
  if (status !== 'started') throw new ZoomApiError(400, 3000, `The ${name} has not started.`)
}

/** `meeting` → `Meeting` */
export function titleOf({ name }: SessionKind): string {
  return name === 'meeting' ? 'Meeting' : 'Webinar'
}
