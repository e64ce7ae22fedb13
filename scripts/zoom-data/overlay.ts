import { isObject, type JsonObject, mergePatch } from './merge-patch.ts'

/** One file of data/zoom/overlay. */
export interface OverlayFile {
  readonly file: string
  readonly content: JsonObject
}

const patchable = [
  ...['name', 'label', 'granular', 'classic', 'dailyLimit', 'repeat'],
  ...['path', 'query', 'bodyType', 'body', 'answers', 'errors'],
]

/**
 * The operations with every overlay file laid over them, in the order of the files' names.
 * @throws where a file names an operation that is not there, or a part that an operation does not have
 */
export function layOverlay(
  operations: Readonly<Record<string, JsonObject>>,
  files: readonly OverlayFile[],
): Record<string, JsonObject> {
  const laid = { ...operations }
  for (const { file, content } of files) {
    if (typeof content.about !== 'string')
      throw new Error(`${file}: "about" has to say what the file mends, and whence.`)
    if (!isObject(content.operations)) throw new Error(`${file}: "operations" has to be an object.`)
    for (const [name, patch] of Object.entries(content.operations)) {
      const operation = laid[name]
      if (!operation) throw new Error(`${file}: "${name}" is no operation of data/zoom/zoom.openapi.json.`)
      if (!isObject(patch)) throw new Error(`${file}: the patch of "${name}" has to be an object.`)
      const unknown = Object.keys(patch).find((part) => !patchable.includes(part))
      if (unknown !== undefined)
        throw new Error(`${file}: "${name}" patches "${unknown}"; an operation has ${patchable.join(', ')}.`)
      laid[name] = mergePatch(operation, patch) as JsonObject
    }
  }
  return laid
}
