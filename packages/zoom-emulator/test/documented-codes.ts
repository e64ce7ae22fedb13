import { loadOperations } from '../../../scripts/zoom-data/operations.ts'

const errors = new Map(loadOperations().map((operation) => [operation.name, operation.errors]))

/** The refusals that data/zoom documents of an operation, as `400/3161`. */
export function documentedCodes(operation: string): string[] {
  const codes = errors.get(operation)?.map(({ status, code }) => `${status}/${code}`) ?? []
  return [...new Set(codes)].sort()
}
