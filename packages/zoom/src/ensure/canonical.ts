import type { Ambient } from '../http/ambient.ts'

/** JSON with the names of every object in order, without what is undefined: equal things give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** SHA-256 of a thing by its canonical JSON, in hex. */
export async function hashOf({ sha256 }: Pick<Ambient, 'sha256'>, value: unknown): Promise<string> {
  const bytes = await sha256(canonicalJson(value))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
