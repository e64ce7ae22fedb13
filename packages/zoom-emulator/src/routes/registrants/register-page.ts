import type { Meeting } from '../../domain/entities.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { idFromMeetingToken } from '../../domain/meeting-links.ts'
import { findOccurrence } from '../../domain/meeting-occurrence.ts'
import { parsePerson } from '../../domain/registrant-fields.ts'
import { dateChoice } from '../../domain/registration.ts'
import {
  answerProblems,
  customField,
  noQuestions,
  type Person,
  questionNames,
  type RegistrationQuestions,
} from '../../domain/registration-questions.ts'
import type { PageCtx, Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readText } from '../../http/read-json.ts'
import { requireSameOrigin } from '../../http/same-origin.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { renderDeadLink } from '../../pages/join.ts'
import { renderRegistered, renderRegistrationForm } from '../../pages/register.ts'
import { registrantLink } from '../../present/registrant.ts'
import { linkedMeeting } from '../meetings/linked-meeting.ts'
import { page, unknownMeeting } from '../meetings/page.ts'
import type { Dialect, RegistrantRoutes } from './dialect.ts'
import { enroll, requireOpen } from './enroll.ts'
import { licensedHost, type Registrable, registrantOfLink } from './find-registrants.ts'

/** `/meeting/register/{token}` and `/webinar/register/{token}`: where people register themselves; with `tk` it shows how a registration stands. */
export function registerPage(app: Routes, emulator: Emulator, dialect: Dialect): void {
  const routes: RegistrantRoutes = { emulator, dialect }
  const path = `/${dialect.event}/register/:token`
  const linked = (context: PageCtx) => {
    const meeting = linkedMeeting(emulator, String(idFromMeetingToken(context.req.param('token') ?? '')))
    return meeting && kindOf(meeting) === dialect.event ? meeting : undefined
  }

  app.get(path, (context) => {
    const meeting = linked(context)
    if (!meeting) return unknownMeeting(context)
    const tk = context.req.query('tk')
    if (tk !== undefined) return showRegistration(routes, context, meeting, tk)
    return whereOpen(routes, context, meeting, (found) => page(context, formFor(routes, context, found)))
  })

  app.post(path, async (context) => {
    requireSameOrigin(context)
    const sent = new URLSearchParams(await readText(context))
    const meeting = linked(context)
    if (!meeting) return unknownMeeting(context)
    return whereOpen(routes, context, meeting, (found) => {
      const read = readForm(meeting, sent)
      if (!read.ok)
        return page(context, formFor(routes, context, found, { values: sent, problems: read.problems }), 400)
      const { person, occurrenceIds } = read
      const refusals = dialect.add
      const [registrant] = enroll(routes, found, { people: [person], autoApprove: false, occurrenceIds, refusals })
      return context.redirect(`${context.req.path}?tk=${registrant?.id}.${registrant?.linkSecret}`, 303)
    })
  })
}

/** What Zoom's API would refuse, a person reads on the page. */
function whereOpen(
  routes: RegistrantRoutes,
  context: PageCtx,
  meeting: Meeting,
  show: (found: Registrable) => Response,
): Response {
  try {
    const host = licensedHost(routes, meeting)
    requireOpen(routes.emulator, meeting, routes.dialect.add)
    return show({ meeting, host })
  } catch (error) {
    if (!(error instanceof ZoomApiError)) throw error
    return page(context, renderDeadLink('You cannot register', error.message), 403)
  }
}

function showRegistration(routes: RegistrantRoutes, context: PageCtx, meeting: Meeting, tk: string): Response {
  const { emulator } = routes
  const registrant = registrantOfLink(emulator, meeting, tk)
  const host = emulator.store.users.get(meeting.hostId)
  if (!registrant || !host)
    return page(
      context,
      renderDeadLink('There is no such registration', 'Open the link that you were given once more.'),
      404,
    )
  const link = registrantLink(emulator.baseUrl(), meeting, registrant)
  return page(context, renderRegistered({ meeting, host, now: emulator.clock.now(), registrant, link }))
}

interface Filled {
  readonly values: URLSearchParams
  readonly problems: ReadonlyMap<string, string>
}

const empty: Filled = { values: new URLSearchParams(), problems: new Map() }

function formFor({ emulator }: RegistrantRoutes, context: PageCtx, found: Registrable, filled: Filled = empty): string {
  const questions = found.meeting.registrationQuestions ?? noQuestions
  return renderRegistrationForm({ ...found, ...filled, questions, now: emulator.clock.now(), action: context.req.path })
}

type ReadForm =
  | { readonly ok: true; readonly person: Person; readonly occurrenceIds: readonly string[] }
  | { readonly ok: false; readonly problems: ReadonlyMap<string, string> }

/** Reads the form by the rules of the API, and says of each field what is wrong. */
function readForm(meeting: Meeting, sent: URLSearchParams): ReadForm {
  const questions = meeting.registrationQuestions ?? noQuestions
  const body = bodyFrom(questions, sent)
  const parsed = parsePerson(body, false)
  const found = [...(parsed.ok ? [] : parsed.problems), ...answerProblems(questions, body)]
  const fields = found.map(({ field }) => field.replace(/\.value$/, ''))
  const problems = new Map(fields.map((field) => [field, explain(field, sent)]))
  const occurrenceIds = sent.getAll('occurrence_ids')
  const areDates = occurrenceIds.length > 0 && occurrenceIds.every((id) => findOccurrence(meeting, id))
  if (dateChoice(meeting) !== 'all' && !areDates) problems.set('occurrence_ids', 'Choose a date.')
  return parsed.ok && problems.size === 0
    ? { ok: true, person: parsed.value.person, occurrenceIds }
    : { ok: false, problems }
}

/** The form as the body that the API takes. */
function bodyFrom({ custom_questions }: RegistrationQuestions, sent: URLSearchParams): Person {
  const answer = (name: string) => sent.get(name)?.trim() ?? ''
  return {
    email: answer('email'),
    first_name: answer('first_name'),
    ...Object.fromEntries(questionNames.filter(answer).map((name) => [name, answer(name)])),
    custom_questions: custom_questions.map(({ title }, index) => ({
      title,
      value: sent.getAll(customField(index)).join(', ').trim(),
    })),
  }
}

function explain(field: string, sent: URLSearchParams): string {
  if (!sent.get(field)?.trim()) return 'Fill this in.'
  if (field === 'email') return 'Write an address such as name@example.com.'
  return 'This is too long, or none of the choices.'
}
