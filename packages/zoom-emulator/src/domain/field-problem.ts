/** One field that cannot be taken, in Zoom's words; the routes answer with all of them at once (docs/zoom-facts.md §11). */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Either what was read, or every field at fault. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: FieldProblem[] }

/** `settings.jbh_time` → the line that Zoom writes about it. */
export function invalidParameter(field: string): FieldProblem {
  return { field, message: `Invalid parameter: ${field.slice(field.lastIndexOf('.') + 1)}.` }
}

/** A field that has to be there. */
export function missingField(field: string): FieldProblem {
  return { field, message: 'Missing field.' }
}
