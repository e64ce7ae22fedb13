import { type FieldProblem, invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { type Fields, flag, group, oneOf, parseFields, text } from './fields.ts'
import type { Session } from './session.ts'

/** Where a meeting or webinar is streamed to, and whether it is. */
export interface LiveStream {
  /** The meeting's or webinar's id. */
  readonly ownerId: number
  readonly streamUrl: string
  readonly streamKey: string
  readonly pageUrl: string
  readonly resolution?: string
  /** The uuid of the session that is streamed: one that has ended is streamed no more. */
  readonly liveUuid?: string
  readonly settings?: LiveStreamSettings
}

export interface LiveStreamSettings {
  active_speaker_name?: boolean
  display_name?: string
  layout?: 'follow_host' | 'gallery_view' | 'speaker_view'
  close_caption?: 'burnt-in' | 'embedded' | 'off'
}

export interface LiveStreamBody {
  stream_url?: string
  stream_key?: string
  page_url?: string
  resolution?: string
}

export interface LiveStreamAction {
  action?: 'start' | 'stop' | 'mode'
  settings?: LiveStreamSettings
}

const addressFields: Fields<LiveStreamBody> = {
  stream_url: text(1024),
  stream_key: text(512),
  page_url: text(1024),
  resolution: text(32),
}

const actionFields: Fields<LiveStreamAction> = {
  action: oneOf('start', 'stop', 'mode'),
  settings: group<LiveStreamSettings>({
    active_speaker_name: flag,
    display_name: text(50),
    layout: oneOf('follow_host', 'gallery_view', 'speaker_view'),
    close_caption: oneOf('burnt-in', 'embedded', 'off'),
  }),
}

/** Reads where to stream to: the three addresses are needed (docs/zoom-facts.md §5.10). */
export function parseLiveStream(body: object, coerceText: boolean): Parsed<Omit<LiveStream, 'ownerId'>> {
  const parsed = parseFields(addressFields, body, coerceText)
  if (!parsed.ok) return parsed
  const { stream_url: streamUrl, stream_key: streamKey, page_url: pageUrl, resolution } = parsed.value
  const problems: FieldProblem[] = []
  if (!streamUrl) problems.push(missingField('stream_url'))
  else if (!URL.canParse(streamUrl)) problems.push(invalidParameter('stream_url'))
  if (!streamKey) problems.push(missingField('stream_key'))
  if (!pageUrl) problems.push(missingField('page_url'))
  else if (!URL.canParse(pageUrl)) problems.push(invalidParameter('page_url'))
  if (!streamUrl || !streamKey || !pageUrl || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { streamUrl, streamKey, pageUrl, ...(resolution && { resolution }) } }
}

/** Reads what is to happen to a stream. */
export function parseLiveStreamAction(
  body: object,
  coerceText: boolean,
): Parsed<Required<Pick<LiveStreamAction, 'action'>> & LiveStreamAction> {
  const parsed = parseFields(actionFields, body, coerceText)
  if (!parsed.ok) return parsed
  const { action, settings } = parsed.value
  if (!action) return { ok: false, problems: [missingField('action')] }
  if (settings?.display_name === '') return { ok: false, problems: [invalidParameter('settings.display_name')] }
  return { ok: true, value: { action, ...(settings && { settings }) } }
}

/** Whether the session is streamed now. */
export function isLive(stream: LiveStream | undefined, session: Session): stream is LiveStream {
  return stream?.liveUuid === session.uuid && session.status === 'started'
}
