import { missingField, type Parsed } from './field-problem.ts'
import {
  emailAddress,
  type Field,
  type Fields,
  flag,
  group,
  list,
  matching,
  oneOf,
  parseFields,
  text,
  whole,
} from './fields.ts'
import type { RegistrantAction } from './registrant.ts'
import { type CustomAnswer, type Person, questionAnswers } from './registration-questions.ts'

/** Most people that one call adds or decides about (docs/zoom-facts.md §5.9). */
const mostAtOnce = 30

const firstName = matching(/\S/, 64)
const answer = text()
const choice = (name: keyof typeof questionAnswers): Field<string> => oneOf('', ...(questionAnswers[name] ?? []))

const personFields: Fields<Person> = {
  email: emailAddress,
  first_name: firstName,
  last_name: text(64),
  address: answer,
  city: answer,
  country: answer,
  zip: answer,
  state: answer,
  phone: answer,
  industry: answer,
  org: answer,
  job_title: answer,
  purchasing_time_frame: choice('purchasing_time_frame'),
  role_in_purchase_process: choice('role_in_purchase_process'),
  no_of_employees: choice('no_of_employees'),
  comments: answer,
  custom_questions: list(whole<CustomAnswer>({ title: answer, value: text(128) }, 'title', 'value')),
  language: oneOf(
    ...['en-US', 'de-DE', 'es-ES', 'fr-FR', 'jp-JP', 'pt-PT', 'ru-RU', 'zh-CN', 'zh-TW', 'ko-KO', 'it-IT', 'vi-VN'],
    ...['pl-PL', 'Tr-TR'],
  ),
  source_id: text(128),
}

/** What the body of an add says. */
export interface NewPerson {
  readonly person: Person
  /** The host's word that this one need not wait for approval. */
  readonly autoApprove: boolean
}

/** Reads who registers. */
export function parsePerson(body: object, coerceText: boolean): Parsed<NewPerson> {
  const fields: Fields<Person & { auto_approve: boolean }> = { ...personFields, auto_approve: flag }
  const parsed = parseFields(fields, body, coerceText, 'email', 'first_name')
  if (!parsed.ok) return parsed
  const { auto_approve: autoApprove = false, email = '', first_name = '', ...answers } = parsed.value
  return { ok: true, value: { person: { email, first_name, ...answers }, autoApprove } }
}

/** What the body of a batch says. */
export interface Batch {
  readonly autoApprove: boolean
  readonly people: readonly Person[]
}

type BatchPerson = Pick<Person, 'email' | 'first_name' | 'last_name'>

const batchFields: Fields<{
  auto_approve: boolean
  registrants_confirmation_email: boolean
  registrants: BatchPerson[]
}> = {
  auto_approve: flag,
  registrants_confirmation_email: flag,
  registrants: list(
    whole<BatchPerson>({ email: emailAddress, first_name: firstName, last_name: text(64) }, 'email', 'first_name'),
    mostAtOnce,
  ),
}

/** Reads several people at once. */
export function parseBatch(body: object, coerceText: boolean): Parsed<Batch> {
  const parsed = parseFields(batchFields, body, coerceText, 'registrants')
  if (!parsed.ok) return parsed
  const { auto_approve: autoApprove = false, registrants: people = [] } = parsed.value
  return { ok: true, value: { autoApprove, people } }
}

/** What the body of a status change says: each registrant by id or by e-mail. */
export interface Decision {
  readonly action: RegistrantAction
  readonly registrants: readonly string[]
}

interface DecisionBody {
  readonly action: RegistrantAction
  readonly registrants: readonly { readonly id?: string; readonly email?: string }[]
}

const decisionFields: Fields<DecisionBody> = {
  action: oneOf('approve', 'cancel', 'deny'),
  registrants: list(group({ id: text(128), email: text(128) }), mostAtOnce),
}

/** Reads the host's decision about some registrants. */
export function parseDecision(body: object, coerceText: boolean): Parsed<Decision> {
  const parsed = parseFields(decisionFields, body, coerceText, 'action', 'registrants')
  if (!parsed.ok) return parsed
  const { action = 'cancel', registrants = [] } = parsed.value
  const names = registrants.map(({ id, email }) => id || email || '')
  const problems = names.flatMap((name, index) => (name ? [] : [missingField(`registrants[${index}].id`)]))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { action, registrants: names } }
}
