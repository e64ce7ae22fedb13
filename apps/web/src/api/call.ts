/** One call of the desk's API as data: what it gives is in its type. */
export interface Call<Value> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with its query. */
  readonly path: string
  readonly body?: unknown
  /** A write has an idempotency key and is repeated with the same one. A question by POST has none. */
  readonly isWrite: boolean
  /** Never there: it holds the type alone. */
  readonly gives?: Value
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** `/bookings?limit=20`; what is absent is left out. */
export function pathWith(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Puts values into a path, so that no id can lead elsewhere. */
export function path(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => encodeURIComponent(value)))
}

export function read<Value>(where: string, query: Query = {}): Call<Value> {
  return { method: 'GET', path: pathWith(where, query), isWrite: false }
}

/** A question with a body: it changes nothing. */
export function ask<Value>(where: string, body: unknown): Call<Value> {
  return { method: 'POST', path: where, body, isWrite: false }
}

export function write<Value>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', where: string, body?: unknown): Call<Value> {
  return { method, path: where, body, isWrite: true }
}

/** Under which the last answer to a question is kept. */
export function nameOfCall({ path: where, body }: Call<unknown>): string {
  return body === undefined ? where : `${where} ${JSON.stringify(body)}`
}
