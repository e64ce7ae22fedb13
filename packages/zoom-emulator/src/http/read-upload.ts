import type { Ctx } from './context.ts'
import { ZoomApiError } from './zoom-error.ts'

/**
 * Reads one file out of a `multipart/form-data` body; `undefined` where the form has no file of that name.
 *
 * @param maxBytes of the whole body; more is refused as `tooLarge` says, without reading on.
 */
export async function readUpload(
  context: Ctx,
  name: string,
  maxBytes: number,
  tooLarge: () => ZoomApiError,
): Promise<Uint8Array | undefined> {
  const type = context.req.header('content-type') ?? ''
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for await (const chunk of context.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
    const form = await new Response(new Blob(chunks), { headers: { 'content-type': type } }).formData()
    const file = form.get(name)
    return file === null || typeof file === 'string' ? undefined : new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof ZoomApiError) throw error
    throw new ZoomApiError(400, 300, 'Request Body should be multipart/form-data.')
  }
}
