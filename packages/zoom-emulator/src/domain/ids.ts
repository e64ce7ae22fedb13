/** Makes the ids of new things. Seeded, so that a test sees the same ids every time. */
export interface Ids {
  /** 11 digits, not yet used according to `taken`. */
  meetingId(taken: (id: number) => boolean): number
  /** 10 digits. */
  pmi(taken: (id: number) => boolean): number
  /** Base64 of 16 bytes, 24 characters: a meeting's uuid. */
  uuid(): string
  /** 22 URL-safe characters: users, accounts. */
  urlSafeId(): string
  /** A URL-safe secret of `length` characters: tokens, codes, zaks. */
  secret(length: number): string
  /** `length` characters out of `alphabet`: passcodes. */
  pick(alphabet: string, length: number): string
}

/** Makes ids from a source of bytes (a cryptographic one by default, a seeded one in tests). */
export function createIds(randomBytes: (length: number) => Uint8Array): Ids {
  const urlSafe = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const digits = (first: string, length: number) => {
    const bytes = randomBytes(length)
    let text = first
    for (let i = text.length; i < length; i++) text += String((bytes[i] ?? 0) % 10)
    return Number(text)
  }
  const free = (first: string, length: number, taken: (id: number) => boolean) => {
    let id = digits(first, length)
    while (taken(id)) id = digits(first, length)
    return id
  }
  return {
    meetingId: (taken) => free('9', 11, taken),
    pmi: (taken) => free('5', 10, taken),
    uuid: () => Buffer.from(randomBytes(16)).toString('base64'),
    urlSafeId: () => urlSafe(randomBytes(16)),
    secret: (length) => urlSafe(randomBytes(Math.ceil((length * 3) / 4))).slice(0, length),
    pick(alphabet, length) {
      const bytes = randomBytes(length)
      let text = ''
      for (let i = 0; i < length; i++) text += alphabet[(bytes[i] ?? 0) % alphabet.length]
      return text
    },
  }
}
