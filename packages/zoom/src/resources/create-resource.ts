import type { PageEnvelope } from '../generated/types/schemas.ts'
import type { CallOptions, QueryValue, Requester, RequestParts } from '../http/operation.ts'
import { checkInput, partsOf } from './check-input.ts'
import { createPagedList, type PagedList } from './page.ts'
import type { ResourceOperation, ResourceOperations } from './resource-operation.ts'

type Input = Readonly<Record<string, unknown>>

/** Makes the calls of a resource from its operations: one that takes no input has the options as its first parameter. */
export function createResource<Api extends object>(requester: Requester, operations: ResourceOperations<Api>): Api {
  const calls = Object.entries<ResourceOperation>(operations).map(([name, operation]) => [
    name,
    takesNothing(operation)
      ? (options?: CallOptions) => callOperation(requester, operation, {}, options)
      : operation.rows === undefined
        ? (input: Input = {}, options?: CallOptions) => callOperation(requester, operation, input, options)
        : (input: Input = {}, options?: CallOptions) => listRows(requester, operation, input, options),
  ])
  // The interface and the operations come from the same data; a test sends each of them.
  return Object.fromEntries(calls) as Api
}

/** Checks the input, sends it in its parts, and gives Zoom's answer. `check` looks further than at names. */
export async function callOperation<Answer>(
  requester: Requester,
  operation: ResourceOperation,
  input: object,
  options?: CallOptions,
  check?: () => void,
): Promise<Answer> {
  checkInput(operation, input)
  check?.()
  return await requester.request<Answer>(operation, partsFrom(operation, input as Input), options)
}

/** A list of which each page is such a call. */
export function listRows<Page extends PageEnvelope, Row>(
  requester: Requester,
  operation: ResourceOperation,
  input: object,
  options?: CallOptions,
  check?: () => void,
): PagedList<Page, Row> {
  const { limit, ...query } = input as Input & { readonly limit?: number }
  return createPagedList<Input, Page, Row>({
    query,
    limit,
    mostRows: operation.mostRows,
    fetchPage: (pageInput) => callOperation(requester, operation, pageInput, options, check),
    // That they are there was checked when the answer was read: `answers` names them. Only the data of the operation know where.
    rowsOf: (page) =>
      (page as unknown as Readonly<Record<string, readonly Row[]>>)[operation.rows ?? ''] as readonly Row[],
  })
}

const takesNothing = ({ path, query, body }: ResourceOperation): boolean =>
  query === undefined && body === undefined && !path.includes('{')

/** Takes one input object apart. A name that nobody knows yet goes where most fields of the operation go. */
function partsFrom(operation: ResourceOperation, input: Input): RequestParts {
  const names = partsOf(operation)
  const path: Record<string, string | number> = {}
  const query: Record<string, QueryValue> = {}
  const body: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    if (names.ids.includes(name)) path[name] = plainId(name, value as string | number)
    else if (names.query.has(name) || operation.body === undefined) query[name] = value as QueryValue
    else body[name] = value
  }
  return { path, query, ...(operation.body !== undefined && { body }) }
}

/** An id; of a meeting number as invitations print it, `123 4567 8901`, without its gaps. */
function plainId(name: string, id: string | number): string | number {
  const isNumber = name === 'meetingId' || name === 'webinarId'
  return isNumber && typeof id === 'string' && /^[\d -]+$/.test(id) ? id.replaceAll(/[ -]/g, '') : id
}
