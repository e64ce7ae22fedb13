/** Who asks for likely words never looks this far; the time of a comparison grows with the product of the lengths. */
const farthest = 32

/**
 * How many letters have to be added, dropped, changed or swapped with their neighbour to turn one word into the other. Of
 * words whose lengths differ by more than 32 it says that difference, which is the least it can be.
 */
export function editDistance(a: string, b: string): number {
  const longer = Math.abs(a.length - b.length)
  if (longer > farthest) return longer
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
