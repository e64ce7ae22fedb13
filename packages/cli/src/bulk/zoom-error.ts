import { ZoomError } from '@convene/zoom'

/** What an `invalid_input` of the client says; anything else is thrown on. */
export function zoomErrorOf(error: unknown): { field: string; value: unknown; remedy: string } {
  if (!(error instanceof ZoomError) || error.code !== 'invalid_input') throw error
  const { field = '', value } = error.details
  return { field: field.replace(/^meeting\./, ''), value, remedy: error.remedy }
}
