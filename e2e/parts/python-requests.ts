/** Sends what Python's `requests` sends, through `node:http`, since `fetch` would put its own headers in the place of these. */
import { request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly text: string
  /** The text as JSON; empty when it is none. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface PythonOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** `data=json.dumps(value)`: the type of the content is whatever the headers say. */
  readonly data?: unknown
  /** `json=value`. */
  readonly json?: unknown
  /** `data={…}`: a form. */
  readonly form?: Readonly<Record<string, string>>
}

/** `requests.request(method, url, …)`. */
export function python(method: string, url: string, options: PythonOptions = {}): Promise<Answer> {
  const body = bodyOf(options)
  const headers = {
    'user-agent': 'python-requests/2.32.3',
    'accept-encoding': 'gzip, deflate',
    accept: '*/*',
    ...(options.json !== undefined && { 'content-type': 'application/json' }),
    ...(options.form && { 'content-type': 'application/x-www-form-urlencoded' }),
    // A POST without a body says so; a GET says nothing.
    ...((body !== '' || method === 'POST') && { 'content-length': String(Buffer.byteLength(body)) }),
    ...options.headers,
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer.setEncoding('utf8')) text += chunk
      resolve({ status: answer.statusCode ?? 0, text, body: parse(text) })
    })
    sent.on('error', reject).end(body)
  })
}

function bodyOf({ data, json, form }: PythonOptions): string {
  if (form) return new URLSearchParams(form).toString()
  // Python puts a blank after each comma and colon, and writes letters outside ASCII as escapes.
  const value = data ?? json
  if (value === undefined) return ''
  return JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
