/** The number of a meeting or webinar as people write it, in groups too; `undefined` where a text is none. */
export function readMeetingId(text: string): number | undefined {
  const digits = text.replaceAll(/[\s-]/g, '')
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined
}

/** The uuid of an instance, as a path has it after one decoding: encoded once more or not (docs/zoom-facts.md §8). */
export function readUuid(text: string): string | undefined {
  const uuid = text.replaceAll(/%(2[BF]|3D)/gi, decodeURIComponent)
  return /^[A-Za-z0-9+/]{22}==$/.test(uuid) ? uuid : undefined
}
