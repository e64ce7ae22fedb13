import { escapeHtml } from './html.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One question of a form. */
export interface FormField {
  readonly name: string
  readonly label: string
  /** `one` and `several` show all choices at once. */
  readonly kind: 'text' | 'email' | 'dropdown' | 'one' | 'several'
  readonly required: boolean
  /** What a browser may fill in by itself. */
  readonly autocomplete?: string
  readonly choices?: readonly Choice[]
}

/** What is wrong, above the form: each line leads to its field. */
export function renderErrorSummary(fields: readonly FormField[], problems: ReadonlyMap<string, string>): string {
  const wrong = fields.filter(({ name }) => problems.has(name))
  if (wrong.length === 0) return ''
  const lines = wrong.map(
    (field) =>
      `<li><a href="#${idOf(field)}">${escapeHtml(field.label)}</a>: ${escapeHtml(problems.get(field.name) ?? '')}</li>`,
  )
  return `<div role="alert">\n<p>Please look at these answers again:</p>\n<ul>\n${lines.join('\n')}\n</ul>\n</div>\n`
}

/** A field with its label and, where something is wrong with it, the reason beside it. */
export function renderField(field: FormField, values: readonly string[], problem: string | undefined): string {
  const error = problem === undefined ? '' : `<p class="wrong" id="${idOf(field)}-wrong">${escapeHtml(problem)}</p>\n`
  if (field.kind === 'one' || field.kind === 'several') return renderChoices(field, values, problem, error)
  const label = `<label for="${idOf(field)}">${nameOf(field)}</label>\n`
  const attributes = `id="${idOf(field)}" name="${escapeHtml(field.name)}"${stateOf(field, problem)}`
  if (field.kind === 'dropdown')
    return `${label}${error}<select ${attributes}>\n${renderOptions(field, values)}\n</select>`
  const type = field.kind === 'email' ? ' type="email"' : ''
  const autocomplete = field.autocomplete ? ` autocomplete="${field.autocomplete}"` : ''
  return `${label}${error}<input${type} ${attributes}${autocomplete} value="${escapeHtml(values[0] ?? '')}">`
}

function renderOptions({ choices = [] }: FormField, values: readonly string[]): string {
  return [{ value: '', label: 'Choose …' }, ...choices]
    .map(({ value, label }) => {
      const selected = values.includes(value) ? ' selected' : ''
      return `<option value="${escapeHtml(value)}"${selected}>${escapeHtml(label)}</option>`
    })
    .join('\n')
}

function renderChoices(
  field: FormField,
  values: readonly string[],
  problem: string | undefined,
  error: string,
): string {
  const type = field.kind === 'one' ? 'radio' : 'checkbox'
  const choices = (field.choices ?? []).map(({ value, label }, index) => {
    const id = index === 0 ? ` id="${idOf(field)}"` : ''
    const state = stateOf({ ...field, required: field.required && type === 'radio' }, problem)
    const checked = values.includes(value) ? ' checked' : ''
    const input = `<input type="${type}"${id} name="${escapeHtml(field.name)}" value="${escapeHtml(value)}"${state}${checked}>`
    return `<label>${input} ${escapeHtml(label)}</label>`
  })
  return `<fieldset>\n<legend>${nameOf(field)}</legend>\n${error}${choices.join('\n')}\n</fieldset>`
}

/** People with a screen reader hear from `required`, everybody else reads, which fields have to be filled in. */
function nameOf({ label, required }: FormField): string {
  return `${escapeHtml(label)}${required ? '' : ' <span class="quiet">(optional)</span>'}`
}

function stateOf(field: FormField, problem: string | undefined): string {
  const wrong = problem === undefined ? '' : ` aria-invalid="true" aria-describedby="${idOf(field)}-wrong"`
  return `${field.required ? ' required' : ''}${wrong}`
}

function idOf({ name }: FormField): string {
  return name.replaceAll(/[^a-z_\d]+/g, '-')
}
