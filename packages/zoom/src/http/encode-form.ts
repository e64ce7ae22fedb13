import { invalidInput } from '../errors.ts'

/** A form as it goes out. The bytes are kept, so that it can go out again. */
export interface EncodedForm {
  readonly content: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

/** The `multipart/form-data` of a body with files; throws `invalid_input` where a value is none. */
export async function encodeForm(body: object): Promise<EncodedForm> {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    if (value instanceof Blob) form.append(name, value)
    else if (typeof value === 'boolean' || typeof value === 'number') form.append(name, String(value))
    else
      throw invalidInput(name, value, 'Give a File or a Blob: new File([bytes], "photo.png", { type: "image/png" }).')
  }
  const encoded = new Response(form)
  const content = new Uint8Array(await encoded.arrayBuffer())
  return { content, contentType: encoded.headers.get('content-type') ?? 'multipart/form-data' }
}
