/** Does `work` for every item, at most `width` at a time, and gives the results in the order of the items. The first failure ends it. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  let failed = false
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failed) return
      results[index] = await work(item)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  } catch (error) {
    failed = true
    throw error
  }
  return results
}
