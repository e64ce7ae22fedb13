import type { MeetingToKeep } from '@convene/zoom/ensure'
import { WrongValueError } from '../errors.ts'
import { assign } from '../input/assignment.ts'
import { parseDuration } from '../input/duration.ts'
import { parseStart } from '../input/start.ts'
import type { Column } from './columns.ts'
import { hostFromText, type MeetingRow, type RowDefaults } from './meeting-row.ts'
import type { Mistake } from './mistake.ts'
import { readRepeat } from './read-repeat.ts'

/** The cells of one row that hold something. */
export type Cells = ReadonlyMap<Column, string>

/** Reads one row of a CSV file; gives nothing when a cell was told to be wrong. */
export function readCells(
  line: number,
  cells: Cells,
  defaults: RowDefaults,
  tell: (mistake: Mistake) => void,
): MeetingRow | undefined {
  let isRight = true
  const refuse = (field: Column, message: string, value = cells.get(field)) => {
    isRight = false
    tell({ line, field, value: field === 'passcode' ? undefined : value, message })
  }
  const read = <Value>(field: Column, parse: (text: string) => Value): Value | undefined => {
    const text = cells.get(field)
    if (text === undefined) return undefined
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof WrongValueError)) throw error
      refuse(field, `${capital(error.problem)}. Write, for example: ${error.example}`)
      return undefined
    }
  }

  const topic = cells.get('topic')
  if (topic === undefined) refuse('topic', 'It is empty: say what the meeting is about.')
  const start = read('start', (text) => parseStart(text, undefined, 'start'))
  if (!cells.has('start')) refuse('start', 'It is empty: say when, for example 2026-12-17 18:00.')
  const timeZone = cells.get('time_zone') ?? defaults.timeZone
  if (timeZone === undefined && !/(Z|[+-]\d\d:?\d\d)$/i.test(cells.get('start') ?? ''))
    refuse('time_zone', 'It is empty: say whose clocks show the start, for example Asia/Taipei, or give --time-zone.')
  const waitingRoom = read('waiting_room', (text) => readYesNo('waiting_room', text))
  const duration = read('duration', (text) => parseDuration('duration', text))
  const recurrence = readRepeat(cells, refuse)
  if (!isRight || topic === undefined || start === undefined) return undefined
  const agenda = cells.get('agenda')
  const password = cells.get('passcode')
  const meeting: MeetingToKeep = {
    topic,
    start_time: start,
    ...(timeZone !== undefined && { timezone: timeZone }),
    ...(duration !== undefined && { duration }),
    ...(agenda !== undefined && { agenda }),
    ...(password !== undefined && { password }),
    ...(recurrence !== undefined && { recurrence }),
    ...readSettings(cells, waitingRoom),
  }
  const host = hostFromText(cells.get('host') ?? defaults.host ?? 'me')
  return { line, key: cells.get('key'), host, meeting }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function readYesNo(field: string, text: string): boolean {
  const word = text.toLowerCase()
  if (/^(yes|y|true|on|1)$/.test(word)) return true
  if (/^(no|n|false|off|0)$/.test(word)) return false
  throw new WrongValueError(field, text, 'it is neither yes nor no', `${field} yes`)
}

function readSettings(cells: Cells, waitingRoom: boolean | undefined): Pick<MeetingToKeep, 'settings'> {
  const assignments = [...cells].filter(([column]) => column.startsWith('settings.'))
  const fields: Pick<MeetingToKeep, 'settings'> =
    waitingRoom === undefined ? {} : { settings: { waiting_room: waitingRoom } }
  // Spreadsheets write TRUE and FALSE.
  const settingText = (text: string) => (/^(true|false)$/i.test(text) ? text.toLowerCase() : text)
  assign(
    fields,
    assignments.map(([column, text]) => `${column}=${settingText(text)}`),
  )
  return fields
}
