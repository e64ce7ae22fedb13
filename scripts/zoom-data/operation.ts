/** How the operations of data/zoom look once the overlay is laid over them (data/zoom/overlay/README.md). */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Zoom's label for its rate limits (docs/zoom-facts.md §3); `unknown` where nobody knows. */
export type RateLimitLabel = 'light' | 'medium' | 'heavy' | 'resource_intensive' | 'unknown'

/** The part of JSON Schema that the data uses. */
export interface Schema {
  /** The name of a schema of the overlay, which the client's types have too. */
  readonly title?: string
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly (string | number | boolean)[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly deprecated?: boolean
  readonly default?: unknown
  readonly 'x-example'?: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}

/** A documented refusal; Zoom documents some codes with several messages. */
export interface OperationError {
  readonly status: number
  readonly code: number
  readonly message: string
}

export interface ZoomOperation {
  /** Method and path: `POST /meetings/{meetingId}/registrants` */
  readonly name: string
  readonly method: HttpMethod
  readonly path: string
  /** The client's `zoom.<resource>.<methodName>` */
  readonly resource: string
  readonly methodName: string
  readonly label: RateLimitLabel
  /** Any one of all these scopes opens the operation; empty where nobody knows them. */
  readonly scopes: { readonly granular: readonly string[]; readonly classic: readonly string[] }
  /** Requests a day for each user that the operation works on, where Zoom names a number. */
  readonly dailyLimit: number | undefined
  /** May a repetition do harm? `safe`: it only reads; `absolute`: it ends in the same state; `never`: it could make a second thing. */
  readonly repeat: 'safe' | 'absolute' | 'never'
  /** Names at the top of the answer without which it is malformed. */
  readonly needs: readonly string[]
  /** Of a list with pages: the name of its rows. */
  readonly rows: string | undefined
  readonly parameters: readonly Parameter[]
  readonly requestBody: { readonly contentType: string; readonly schema: Schema } | undefined
  /** Success statuses with the schema of the body; `undefined`: no body. */
  readonly responses: ReadonlyMap<number, Schema | undefined>
  readonly errors: readonly OperationError[]
}
