import { missingField, type Parsed } from './field-problem.ts'
import { emailAddress, type Fields, list, parseFields, text, whole } from './fields.ts'

/** Somebody who speaks in a webinar. */
export interface Panelist extends PanelistInput {
  readonly id: string
  readonly webinarId: number
  /** What makes the join link hard to guess. */
  readonly linkSecret: string
}

/** What a caller says of a panelist, by Zoom's names. */
export interface PanelistInput {
  readonly email: string
  readonly name: string
  readonly virtual_background_id?: string
  readonly name_tag_id?: string
  readonly name_tag_name?: string
  readonly name_tag_pronouns?: string
  readonly name_tag_description?: string
}

/** A webinar has at most so many. */
export const mostPanelists = 100
const mostAtOnce = 30

const panelistFields: Fields<PanelistInput> = {
  email: emailAddress,
  name: text(64),
  virtual_background_id: text(128),
  name_tag_id: text(128),
  name_tag_name: text(64),
  name_tag_pronouns: text(64),
  name_tag_description: text(128),
}

/** Reads the body that adds panelists: 1 to 30. */
export function parsePanelists(body: object, coerceText: boolean): Parsed<readonly PanelistInput[]> {
  const fields: Fields<{ panelists: PanelistInput[] }> = {
    panelists: list(whole(panelistFields, 'email', 'name'), mostAtOnce),
  }
  const parsed = parseFields(fields, body, coerceText, 'panelists')
  if (!parsed.ok) return parsed
  const { panelists = [] } = parsed.value
  return panelists.length > 0 ? { ok: true, value: panelists } : { ok: false, problems: [missingField('panelists')] }
}
