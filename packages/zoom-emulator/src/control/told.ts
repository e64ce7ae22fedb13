import { EmulatorError, type EmulatorErrorCode } from '../domain/emulator-error.ts'
import { validationFailed, ZoomApiError } from '../http/zoom-error.ts'

/** Mistakes in what was asked become 400/300 with a line for each field. */
export async function told(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    throw validationFailed(
      error.message.split('\n').map((line) => {
        const colon = line.indexOf(': ')
        return { field: line.slice(0, Math.max(colon, 0)).trim(), message: line.slice(colon < 0 ? 0 : colon + 2) }
      }),
    )
  }
}

const statuses: Partial<Record<EmulatorErrorCode, readonly [status: number, code: number]>> = {
  meeting_unknown: [404, 3001],
  person_unknown: [404, 1001],
  life_refused: [409, 3000],
  portal_refused: [409, 3000],
}

/** Acts of people that cannot be become 404 or 409. */
export function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const known = error instanceof EmulatorError ? statuses[error.code] : undefined
    if (!known || !(error instanceof EmulatorError)) throw error
    throw new ZoomApiError(...known, error.message)
  }
}
