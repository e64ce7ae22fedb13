/** The part of an answer that the caller still gets. */
export interface BegunAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Bytes that the whole body would have. */
  readonly length: number
  readonly body: Uint8Array
}

/** Thrown through the application to whatever holds the connection, which then ends it. */
export class ConnectionCut extends Error {
  readonly begun: BegunAnswer | undefined

  constructor(begun?: BegunAnswer) {
    super('A fault has cut the connection.')
    this.name = 'ConnectionCut'
    this.begun = begun
  }
}

/** What a `fetch` without a socket does where the connection of one with a socket would be cut: as undici words it. */
export function fetchCut({ begun }: ConnectionCut): Response {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  if (!begun) throw new TypeError('fetch failed', { cause })
  const { status, headers, body } = begun
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      if (body.length > 0) controller.enqueue(body)
    },
    pull(controller) {
      controller.error(new TypeError('terminated', { cause }))
    },
  })
  return new Response(stream, { status, headers })
}
