/** What the emulator itself refuses, to whoever starts or steers it; what Zoom refuses is a `ZoomApiError`. */
export type EmulatorErrorCode =
  | 'port_in_use'
  | 'address_unavailable'
  | 'seed_invalid'
  | 'switch_invalid'
  | 'input_invalid'
  | 'data_in_use'
  | 'data_newer'
  | 'data_unreadable'
  | 'meeting_unknown'
  | 'person_unknown'
  | 'life_refused'
  | 'portal_refused'
  | 'webhook_invalid'
  | 'webhook_refused'

/** Why an emulator did not start, or did not do what its control was asked; the message names the thing, the value and the remedy. */
export class EmulatorError extends Error {
  readonly code: EmulatorErrorCode

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EmulatorError'
    this.code = code
  }
}
