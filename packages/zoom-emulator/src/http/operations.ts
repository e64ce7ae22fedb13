import { type OperationData, operations } from '../generated/operations.ts'

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

/** The operation that a request asks for, `/v2` left out of its path or not; of two that fit, the one with fewer parameters. */
export function findOperation(method: string, path: string): string | undefined {
  const asked = path.replace(/^\/v2(?=\/)/, '').split('/')
  const fitting = operationNames.filter((name) => {
    const [itsMethod, itsPath = ''] = name.split(' ')
    const segments = itsPath.split('/')
    const fits = (segment: string, index: number) =>
      segment === asked[index] || (segment.startsWith('{') && asked[index] !== '')
    return itsMethod === method && segments.length === asked.length && segments.every(fits)
  })
  const parameters = (name: string) => name.split('{').length
  return fitting.toSorted((a, b) => parameters(a) - parameters(b))[0]
}
