import type { Meeting, User } from '../domain/entities.ts'
import type { Registrant } from '../domain/registrant.ts'
import { comingDates, dateChoice } from '../domain/registration.ts'
import {
  customField,
  questionAnswers,
  questionNames,
  type RegistrationQuestions,
} from '../domain/registration-questions.ts'
import { type Choice, type FormField, renderErrorSummary, renderField } from './form.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'
import { formatDate, renderMeetingDetails } from './meeting-details.ts'

export interface RegistrationForm {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  readonly questions: RegistrationQuestions
  /** Where the form goes. */
  readonly action: string
  /** What was filled in before. */
  readonly values: URLSearchParams
  /** What is wrong with it, by field. */
  readonly problems: ReadonlyMap<string, string>
  /** Why nothing came of it. */
  readonly refusal?: string
}

/** Asks who wants to come, and what the host wants to know. */
export function renderRegistrationForm(form: RegistrationForm): string {
  const { meeting, host, now, action, values, problems, refusal } = form
  const fields = registrationFields(form)
  const refused = refusal === undefined ? '' : `<p role="alert">${escapeHtml(refusal)}</p>\n`
  return renderPage(
    `Register for ${meeting.topic}`,
    `${refused}${renderErrorSummary(fields, problems)}${renderMeetingDetails(meeting, host, now)}
<form method="post" action="${escapeHtml(action)}" novalidate>
${fields.map((field) => renderField(field, values.getAll(field.name), problems.get(field.name))).join('\n')}
<p><button class="main">Register</button></p>
</form>`,
  )
}

const labels: Readonly<Record<(typeof questionNames)[number], string>> = {
  last_name: 'Last name',
  address: 'Address',
  city: 'City',
  country: 'Country',
  zip: 'Postal code',
  state: 'State or province',
  phone: 'Phone',
  industry: 'Industry',
  org: 'Organisation',
  job_title: 'Job title',
  purchasing_time_frame: 'When do you plan to buy?',
  role_in_purchase_process: 'Your role in the purchase',
  no_of_employees: 'Number of employees',
  comments: 'Questions and comments',
}

function registrationFields({ meeting, now, questions }: RegistrationForm): FormField[] {
  const asked = new Map(questions.questions.map(({ field_name, required }) => [field_name, required === true]))
  const choices = (answers: readonly string[]): Choice[] => answers.map((answer) => ({ value: answer, label: answer }))
  return [
    ...dateFields(meeting, now),
    { name: 'first_name', label: 'First name', kind: 'text', required: true, autocomplete: 'given-name' },
    { name: 'email', label: 'E-mail address', kind: 'email', required: true, autocomplete: 'email' },
    ...questionNames
      .filter((name) => name === 'last_name' || asked.has(name))
      .map((name): FormField => {
        const answers = questionAnswers[name]
        const common = { name, label: labels[name], required: asked.get(name) === true }
        if (answers) return { ...common, kind: 'dropdown', choices: choices(answers) }
        return { ...common, kind: 'text', ...(name === 'last_name' && { autocomplete: 'family-name' }) }
      }),
    ...questions.custom_questions.map(({ title, type, required, answers = [] }, index): FormField => {
      const common = { name: customField(index), label: title, required: required === true }
      if (type === 'short') return { ...common, kind: 'text' }
      const kind = type === 'multiple' ? 'several' : type === 'single_dropdown' ? 'dropdown' : 'one'
      return { ...common, kind, choices: choices(answers) }
    }),
  ]
}

function dateFields(meeting: Meeting, now: number): FormField[] {
  const choice = dateChoice(meeting)
  if (choice === 'all') return []
  const choices = comingDates(meeting, now).map(({ occurrenceId, startAt }) => ({
    value: occurrenceId,
    label: formatDate(startAt, meeting.timeZone),
  }))
  const label = choice === 'one' ? 'On which date do you come?' : 'On which dates do you come?'
  return [{ name: 'occurrence_ids', label, kind: choice === 'one' ? 'one' : 'several', required: true, choices }]
}

export interface RegisteredView {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  readonly registrant: Registrant
  /** Where an approved registrant joins. */
  readonly link: string | undefined
}

/** How a registration stands: the host may still decide, so the page can be opened again. */
export function renderRegistered({ meeting, host, now, registrant, link }: RegisteredView): string {
  const name = escapeHtml(registrant.person.first_name)
  if (registrant.cancelledAt !== undefined)
    return renderPage(
      'Your registration was cancelled',
      `<p role="status">${name}, you are not registered for ${escapeHtml(meeting.topic)} any more.</p>`,
    )
  if (registrant.status === 'denied')
    return renderPage(
      'Your registration was declined',
      `<p role="status">${name}, the host of ${escapeHtml(meeting.topic)} has declined your registration.</p>`,
    )
  const details = renderMeetingDetails(meeting, host, now)
  if (link === undefined)
    return renderPage(
      'Waiting for approval',
      `<p role="status">${name}, the host has to approve your registration. Open this page again to see whether that happened.</p>
${details}`,
    )
  return renderPage(
    'You are registered',
    `<p role="status">${name}, you can join with this link. It is yours alone.</p>
<p><a class="button main" href="${escapeHtml(link)}">Join the meeting</a></p>
<p><code>${escapeHtml(link)}</code></p>
${details}`,
  )
}
