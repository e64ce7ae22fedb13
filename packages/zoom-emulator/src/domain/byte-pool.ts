/** Takes random bytes in large pieces: a meeting needs five small ones, and each would be a call into the operating system. */
export function createBytePool(
  randomBytes: (length: number) => Uint8Array,
  poolSize = 4096,
): (length: number) => Uint8Array {
  let pool: Uint8Array = new Uint8Array(0)
  let used = 0
  return (length) => {
    if (length > poolSize) return randomBytes(length)
    if (used + length > pool.length) {
      pool = randomBytes(poolSize)
      used = 0
    }
    used += length
    return pool.subarray(used - length, used)
  }
}
