import type { ProblemCode } from '@convene/booking/contract'

type Problems = {
  readonly [Code in Exclude<ProblemCode, 'too_many_tries' | 'internal'>]: string
} & {
  readonly unreachable: string
  readonly too_many_tries: (minutes: number) => string
  readonly internal: (requestId: string) => string
}

export const problems: Problems = {
  unreachable: 'The desk could not be reached. Look at your network, then try again: nothing is done twice.',
  invalid_input: 'Something that you typed in cannot be used. Look at the marked fields.',
  zoom_cannot: 'Zoom cannot repeat a meeting like this.',
  refused_by_policy: 'A rule of this desk does not allow it.',
  no_free_host: 'No host is free then. Take another time.',
  slot_taken: 'Somebody else has just taken this time. Take another one.',
  not_found: 'There is no such thing here. It may have been removed.',
  not_found_here: 'There is no such thing here. It may have been removed.',
  not_allowed: 'You may not do this. Ask an administrator.',
  wrong_state: 'This cannot be done any more, as things stand.',
  changed_meanwhile: 'Somebody has changed it meanwhile. Look at it again, then repeat your change.',
  key_reused: 'The desk took this for something that it has done already. Load the page again.',
  key_missing: 'The page sent an incomplete request. Load the page again.',
  not_signed_in: 'You are signed out. Sign in again; what you typed in is kept.',
  foreign_origin: 'The request did not come from this page. Load the page again.',
  misdirected: 'This is not the address of the desk. Open it by the address that you were given.',
  scope_missing: 'You may not do this. Ask an administrator.',
  too_many_tries: (minutes) =>
    minutes === 1
      ? 'Too many tries. Wait a minute, then try again.'
      : `Too many tries. Wait ${minutes} minutes, then try again.`,
  sign_in_failed: 'Signing in did not work. Try again.',
  link_expired: 'This link was used already, or is too old. Ask for a new one.',
  method_not_allowed: 'The page sent a wrong request. Load the page again.',
  body_too_large: 'That is too much text at once. Make it shorter.',
  zoom_away: 'Zoom does not answer. Try again in a few minutes.',
  zoom_refused: 'Zoom refused this. Ask an administrator to test the connection.',
  database_away: 'The desk cannot reach its database. Try again in a moment: nothing is done twice.',
  internal: (requestId) =>
    `Something went wrong in the desk. Try again; if it stays, tell an administrator this number: ${requestId}.`,
}

export type ProblemWords = Problems
