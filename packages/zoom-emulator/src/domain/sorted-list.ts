/** Values in order, found by binary search: adding one to many thousands moves memory, but looks at few of them. */
export class SortedList<T> {
  readonly #values: T[]
  readonly #compare: (a: T, b: T) => number

  /** Takes over values that are in order already; no two may be equal by `compare`. */
  constructor(values: T[], compare: (a: T, b: T) => number) {
    this.#values = values
    this.#compare = compare
  }

  /** All of them, in order. Do not change the answer. */
  get values(): readonly T[] {
    return this.#values
  }

  add(value: T): void {
    this.#values.splice(this.#placeOf(value), 0, value)
  }

  /** Takes the very value out, if it is there. */
  remove(value: T): void {
    const place = this.#placeOf(value)
    if (this.#values[place] === value) this.#values.splice(place, 1)
  }

  #placeOf(value: T): number {
    let low = 0
    let high = this.#values.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#values[middle]
      if (other !== undefined && this.#compare(other, value) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
