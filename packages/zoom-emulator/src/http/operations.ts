import { type OperationData, operations } from '../generated/operations.ts'
import { createSegmentRouter } from './segment-router.ts'

/** Calls that are none of the API's operations, and that faults and the journal name all the same. */
const oauthOperations = [
  'POST /oauth/token',
  'POST /oauth/revoke',
  'POST /oauth/devicecode',
  'GET /oauth/authorize',
  'POST /oauth/authorize',
]

export const operationNames: readonly string[] = [...operations.map(({ name }) => name), ...oauthOperations]

const dataByName: ReadonlyMap<string, OperationData> = new Map(
  operations.map((operation) => [operation.name, operation]),
)

export function operationNamed(name: string): OperationData | undefined {
  return dataByName.get(name)
}

/** The operations by their paths; of two that fit a path, the one with fewer parameters comes first. */
const paths = createSegmentRouter<string>()
const parametersIn = (name: string) => name.split('{').length
for (const name of operationNames.toSorted((a, b) => parametersIn(a) - parametersIn(b))) {
  const [method = '', path = ''] = name.split(' ')
  paths.add(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), name)
}

/** An operation that a request asks for, with the values of its parameters as they stand in the path. */
export interface AskedOperation {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
}

/** The operation of the API that a path below `/v2` asks for. */
export function askedOperation(method: string, path: string): AskedOperation | undefined {
  if (!path.startsWith('/v2/')) return undefined
  const [[found]] = paths.match(method, path.slice(3))
  return found && { name: found[0], parameters: found[1] as Record<string, string> }
}

/** The operation that a request asks for, `/v2` left out of its path or not. */
export function findOperation(method: string, path: string): string | undefined {
  const [[found]] = paths.match(method, path.replace(/^\/v2(?=\/)/, ''))
  return found?.[0]
}
