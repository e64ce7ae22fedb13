import { ZoomApiError } from '../../http/zoom-error.ts'

/** What `find` gives; where it refuses with `code`, the refusal that this call has instead. */
export function remap<T>(code: number, refusal: (message: string) => ZoomApiError, find: () => T): T {
  try {
    return find()
  } catch (error) {
    throw error instanceof ZoomApiError && error.code === code ? refusal(error.message) : error
  }
}
