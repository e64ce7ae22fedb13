import type { ProblemCode } from '@convene/booking/contract'

/** The status of each problem, and its name in English. The page `/docs` lists them. */
export const problemCodes: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  invalid_input: { status: 400, title: 'A field cannot be used as it is' },
  zoom_cannot: { status: 422, title: 'Zoom has no such recurrence' },
  refused_by_policy: { status: 422, title: 'A rule of the desk is broken' },
  no_free_host: { status: 409, title: 'No host is free' },
  slot_taken: { status: 409, title: 'The time is taken' },
  not_found: { status: 404, title: 'There is no such thing' },
  not_allowed: { status: 403, title: 'You may not do this' },
  wrong_state: { status: 409, title: 'It stands where this cannot follow' },
  changed_meanwhile: { status: 409, title: 'Somebody has changed it meanwhile' },
  key_reused: { status: 422, title: 'The Idempotency-Key belongs to another request' },
  not_signed_in: { status: 401, title: 'Nobody is signed in' },
  foreign_origin: { status: 403, title: 'The request comes from another page' },
  misdirected: { status: 421, title: 'The request is not meant for this desk' },
  key_missing: { status: 400, title: 'The Idempotency-Key is missing' },
  scope_missing: { status: 403, title: 'The API key lacks a scope' },
  too_many_tries: { status: 429, title: 'Too many requests' },
  sign_in_failed: { status: 401, title: 'The sign-in failed' },
  link_expired: { status: 410, title: 'The link has been used, or has expired' },
  not_found_here: { status: 404, title: 'There is no such address' },
  method_not_allowed: { status: 405, title: 'The address does not take this method' },
  body_too_large: { status: 413, title: 'The request is too large' },
  zoom_away: { status: 503, title: 'Zoom cannot be reached' },
  zoom_refused: { status: 502, title: 'Zoom refuses' },
  internal: { status: 500, title: 'Something went wrong at the desk' },
}
