/** The standard's: a server in this process puts a quicker one in its place, which cannot do everything. */
const StandardResponse = Response

/** Of the standard's answer that which no body touches. */
const Head: new (
  body: null,
  init: { readonly status: number },
) => Pick<Response, 'ok' | 'redirected' | 'status' | 'statusText' | 'type' | 'url'> = StandardResponse

/**
 * A `Response` whose body is a text that is there already. Reading it as text or JSON needs no stream, and its headers are made
 * when somebody looks at them: that is most of what an answer without a socket would cost. Everything else is the standard's.
 */
export class TextResponse extends Head implements Response {
  readonly #text: string
  #fields: Readonly<Record<string, string>>
  #headers: Headers | undefined
  /** The same answer as the standard makes it, for whoever wants more of the body than its text. */
  #standard: Response | undefined
  #isRead = false

  constructor(text: string, status: number, fields: Readonly<Record<string, string>>) {
    super(null, { status })
    this.#text = text
    this.#fields = fields
  }

  /** Sets headers. */
  addHeaders(fields: Readonly<Record<string, string>>): void {
    if (this.#headers) for (const [name, value] of Object.entries(fields)) this.#headers.set(name, value)
    else this.#fields = { ...this.#fields, ...fields }
  }

  get headers(): Headers {
    this.#headers ??= new Headers(this.#fields)
    return this.#headers
  }

  get body(): Response['body'] {
    return this.#toStandard().body
  }

  get bodyUsed(): boolean {
    return this.#isRead || (this.#standard?.bodyUsed ?? false)
  }

  async text(): Promise<string> {
    if (this.#isRead || this.#standard) return this.#toStandard().text()
    this.#isRead = true
    return this.#text
  }

  async json(): ReturnType<Response['json']> {
    return JSON.parse(await this.text())
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#toStandard().arrayBuffer()
  }

  bytes(): ReturnType<Response['bytes']> {
    return this.#toStandard().bytes()
  }

  blob(): Promise<Blob> {
    return this.#toStandard().blob()
  }

  formData(): ReturnType<Response['formData']> {
    return this.#toStandard().formData()
  }

  textStream(): ReturnType<Response['textStream']> {
    return this.#toStandard().textStream()
  }

  clone(): Response {
    return this.#toStandard().clone()
  }

  #toStandard(): Response {
    if (!this.#standard) {
      this.#standard = new StandardResponse(this.#text, { status: this.status, headers: this.headers })
      // Its body is then used as well, and refuses to be read again in the words of the standard.
      if (this.#isRead) void this.#standard.text()
    }
    return this.#standard
  }
}
