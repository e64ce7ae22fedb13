import { EmulatorError } from '../domain/emulator-error.ts'
import { validationFailed } from '../http/zoom-error.ts'

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
