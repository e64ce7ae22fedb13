/** Bytes that can be sent as they are. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A box of an MP4 file (ISO/IEC 14496-12): its size, its name, and what is in it. */
export function box(name: string, ...parts: readonly Uint8Array[]): Bytes {
  const size = parts.reduce((sum, { length }) => sum + length, 8)
  return joined([u32(size), ascii(name), ...parts])
}

/** A box that begins with a version and flags. */
export function fullBox(name: string, flags: number, ...parts: readonly Uint8Array[]): Bytes {
  return box(name, u32(flags), ...parts)
}

export function ascii(text: string): Bytes {
  return Uint8Array.from(new TextEncoder().encode(text))
}

export function bytes(...values: readonly number[]): Bytes {
  return Uint8Array.from(values)
}

export function u16(...values: readonly number[]): Bytes {
  return joined(values.map((value) => bytes((value >>> 8) & 255, value & 255)))
}

export function u32(...values: readonly number[]): Bytes {
  return joined(values.map((value) => bytes(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)))
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
