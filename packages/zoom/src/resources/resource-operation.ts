import type { Operation, Requester } from '../http/operation.ts'

/** An operation with what its call needs to take one input object apart. Data, no code; made from data/zoom. */
export interface ResourceOperation extends Operation {
  /** Names of the query, with spaces between; `!` after one that Zoom needs. */
  readonly query?: string
  /**
   * Names of the body, in the same way, with those inside an object in braces, inside the
   * objects of a list in brackets: `topic settings{waiting_room} questions[name type]`.
   */
  readonly body?: string
  /** Of a list with pages: the name of its rows. */
  readonly rows?: string
  /** Of such a list: how many rows a page may have, where that is not 300; 0 where nobody knows. */
  readonly mostRows?: number
}

/** The operations of a resource by the names of its calls. */
export type ResourceOperations<Api> = { readonly [Name in keyof Api]-?: ResourceOperation }

/** What a resource is made of. */
export interface ResourceContext {
  readonly requester: Requester
  /** The current instant, in milliseconds since 1970 (UTC). */
  now(): number
}

/** Makes a resource: what `createZoom` takes in `resources`. */
export type ResourceFactory<Resource> = (context: ResourceContext) => Resource
