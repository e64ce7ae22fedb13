import { ZoomError } from '@convene/zoom'

/** What an `invalid_input` of the client says; anything else is thrown on. */
export function zoomErrorOf(error: unknown): { field: string | undefined; value: unknown; remedy: string } {
  if (!(error instanceof ZoomError) || error.code !== 'invalid_input') throw error
  return { field: error.details.field, value: error.details.value, remedy: error.remedy }
}
