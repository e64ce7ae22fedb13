/** What happened in a world, in order: a line an event, with its instant, who did it and what. */
export interface History {
  /** `what` is called only where lines are kept. */
  note(who: string, what: () => string): void
  readonly lines: readonly string[]
}

/** Keeps every line: for a world that is looked at. */
export function keepHistory(now: () => number): History {
  const lines: string[] = []
  return {
    lines,
    note(who, what) {
      lines.push(`${new Date(now()).toISOString()} ${who.padEnd(12)} ${what()}`)
    },
  }
}

/** Keeps nothing: for the thousands of worlds that are well. */
export const noHistory: History = { lines: [], note() {} }
