import type { Ctx } from './context.ts'
import { ZoomApiError } from './zoom-error.ts'

const maxBytes = 1024 * 1024
const maxDepth = 32
const protoKey = '__proto__'

const noObject = () => new ZoomApiError(400, 300, 'Request Body should be a valid JSON object.')

/**
 * Reads a body as Zoom does: whatever the Content-Type, JSON or nothing; nothing is `{}` (docs/zoom-facts.md §11).
 * What is no JSON object, or nested deeper than 32 levels, is 400/300; over 1 MiB is 413/300.
 */
export async function readJson(context: Ctx): Promise<Record<string, unknown>> {
  const text = await readText(context)
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw noObject()
  }
  if (!isObject(value) || Array.isArray(value)) throw noObject()
  makeHarmless(value, 1)
  return value
}

/** Reads a body as text, at most 1 MiB of it; more is 413/300, one that breaks off 400/300. */
export async function readText(context: Ctx): Promise<string> {
  try {
    const text = await readToEnd(context)
    context.env.entry.body = text
    return text
  } catch (error) {
    if (error instanceof ZoomApiError) throw error
    // The caller has gone, or its chunks make no sense: no failure of the emulator.
    throw new ZoomApiError(400, 300, 'Request Body breaks off before its end.')
  }
}

async function readToEnd(context: Ctx): Promise<string> {
  const length = context.req.header('content-length')
  if (length !== undefined) {
    if (Number(length) > maxBytes) throw tooLarge()
    return context.req.text()
  }
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function tooLarge(): ZoomApiError {
  return new ZoomApiError(413, 300, `Request Body is larger than ${maxBytes} bytes.`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A depth bomb would exhaust the stack of whoever walks it later; a `__proto__` key would change what is copied from it. */
function makeHarmless(value: Record<string, unknown>, depth: number): void {
  if (depth > maxDepth) throw noObject()
  if (Object.hasOwn(value, protoKey)) delete value[protoKey]
  for (const key in value) {
    const child = value[key]
    if (isObject(child)) makeHarmless(child, depth + 1)
  }
}
