import type { ZoomOperation } from '../../zoom-data/operation.ts'

/** `webinarPolls` → `WebinarPolls` */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** `webinarPolls` → `webinar-polls` */
export const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** An id of a path as the client calls it: `meetingUUID` → `meetingUuid`. */
export const idName = (name: string): string =>
  name.replaceAll(/[A-Z]{2,}/g, (letters) => letters.charAt(0) + letters.slice(1).toLowerCase())

/** `WebinarPollsCreate`, the stem of an operation's types. */
export const stemOf = ({ resource, methodName }: ZoomOperation): string => pascal(resource) + pascal(methodName)

export function groupByResource(operations: readonly ZoomOperation[]): ReadonlyMap<string, readonly ZoomOperation[]> {
  const groups = Map.groupBy(operations, ({ resource }) => resource)
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The schema of the answer that has a body, if one has. */
export function answerOf({
  responses,
}: ZoomOperation): ZoomOperation['responses'] extends ReadonlyMap<number, infer S> ? S : never {
  return [...responses.values()].find((schema) => schema !== undefined && !isEmpty(schema))
}

const isEmpty = (schema: object): boolean =>
  'properties' in schema && Object.keys(schema.properties as object).length === 0
