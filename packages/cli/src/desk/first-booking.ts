import { addDays, dateInZone } from '../input/date.ts'
import type { Surroundings } from '../surroundings.ts'
import { askDesk, type DeskCaller, signInToDemo } from './desk-caller.ts'

/** What is read of a booking. */
export interface FirstBooking {
  readonly id: string
  readonly organiser: string
  readonly host: string
  /** `undefined`: Zoom has not answered yet. */
  readonly meeting: { readonly id: number; readonly joinUrl: string; readonly passcode: string } | undefined
  /** Its text for the people; `undefined` as long as there is no link. */
  readonly invitation: string | undefined
  /** `false`: it was made now. */
  readonly isKept: boolean
}

interface Row {
  readonly id: string
  readonly title: string | null
  readonly state: string
  readonly host: { readonly name: string }
  readonly meeting: FirstBooking['meeting'] | null
}

interface Session {
  readonly signIn: {
    readonly demo: readonly {
      readonly id: string
      readonly name: string
      readonly role: string
      readonly language: string
    }[]
  }
}

const title = 'Your first booking'
const timeZone = 'Asia/Taipei'

const held: readonly string[] = ['reserved', 'unknown', 'confirmed']

/** How often, and how long apart (ms), the link is looked for. */
const patience = { tries: 50, pauseMs: 50 }

/** Books a meeting at the desk of the demo as one of its members does, or finds the one that was booked at an earlier start. */
export async function bookFirst(url: string, surroundings: Surroundings): Promise<FirstBooking> {
  const { signIn } = await askDesk<Session>(url, '/api/v1/session', surroundings)
  const person = signIn.demo.find(({ role, language }) => role === 'member' && language === 'en')
  const desk = await signInToDemo(url, person?.id ?? '', surroundings)
  const today = dateInZone(surroundings.now(), timeZone)
  const { rows } = await desk.call<{ rows: readonly Row[] }>('GET', '/api/v1/bookings?limit=200')
  const kept = rows.find((row) => row.title === title && held.includes(row.state))
  const wish = { title, start: `${addDays(today, 1)}T18:00`, timeZone, minutes: 60 }
  const { id } = kept ?? (await desk.call<Row>('POST', '/api/v1/bookings', wish))
  const { host, meeting } = await untilReady(desk, id, surroundings)
  const invitation =
    meeting && (await desk.call<{ text: string }>('GET', `/api/v1/bookings/${id}/invitation?language=en`)).text
  return {
    id,
    organiser: person?.name ?? '',
    host: host.name,
    meeting: meeting ?? undefined,
    invitation: invitation ?? undefined,
    isKept: kept !== undefined,
  }
}

/** The booking with its link, or without one where Zoom takes its time. */
async function untilReady(desk: DeskCaller, id: string, { sleep }: Pick<Surroundings, 'sleep'>): Promise<Row> {
  for (let tries = 1; ; tries++) {
    const row = await desk.call<Row>('GET', `/api/v1/bookings/${id}`)
    if (row.meeting !== null || tries === patience.tries) return row
    await sleep(patience.pauseMs)
  }
}
