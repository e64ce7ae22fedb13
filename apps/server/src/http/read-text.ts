import { HttpProblem } from './http-problem.ts'

/** What PostgreSQL keeps in no text, and nobody types. */
const nul = '\u0000'

/**
 * Gives the fields of a path, a query or a form on as they are.
 *
 * @throws HttpProblem `invalid_input` for the character U+0000
 */
export function checkFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(fields)) if (value.includes(nul)) throw holdsNul(name, value)
  return fields
}

/** @throws HttpProblem `invalid_input` for what is no JSON, and for the character U+0000 in it */
export function parseJson(text: string): unknown {
  try {
    // To look at each value costs more than to read them all.
    return text.includes(String.raw`\u0000`) ? JSON.parse(text, checkValue) : JSON.parse(text)
  } catch (error) {
    if (error instanceof HttpProblem) throw error
    throw new HttpProblem('invalid_input', 'The body is no JSON: look for a missing quote, comma or bracket.')
  }
}

function checkValue(name: string, value: unknown): unknown {
  if (typeof value === 'string' && value.includes(nul)) throw holdsNul(name, value)
  return value
}

function holdsNul(field: string, value: string): HttpProblem {
  return new HttpProblem('invalid_input', `${field}: leave out the character U+0000.`, {
    field,
    value: value.replaceAll(nul, '\uFFFD').slice(0, 200),
  })
}
