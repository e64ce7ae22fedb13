/** Rows that wait to be made. Hosts take turns, and one whose limit is reached rests until Zoom takes its meetings again. */
export interface RowQueue<Row> {
  /** The next row of the host whose turn it is, if one can go at `now` (ms since 1970). */
  take(now: number): Row | undefined
  /** This row could not be made: it is the first of its host again, and the host rests until then. */
  putBack(row: Row, until: number): void
  /** When the next host has rested, if none can go before; `undefined` when nothing waits. */
  nextAt(): number | undefined
}

export function createRowQueue<Row extends { readonly host: string }>(rows: readonly Row[]): RowQueue<Row> {
  const hosts = [...Map.groupBy(rows, ({ host }) => host)].map(([host, waiting]) => ({ host, waiting, restsUntil: 0 }))
  let turn = 0
  return {
    take(now) {
      for (let tries = 0; tries < hosts.length; tries++) {
        const host = hosts[turn++ % hosts.length]
        if (host && host.waiting.length > 0 && host.restsUntil <= now) return host.waiting.shift()
      }
      return undefined
    },
    putBack(row, until) {
      const host = hosts.find(({ host }) => host === row.host)
      if (!host) return
      host.waiting.unshift(row)
      host.restsUntil = Math.max(host.restsUntil, until)
    },
    nextAt() {
      const ends = hosts.filter(({ waiting }) => waiting.length > 0).map(({ restsUntil }) => restsUntil)
      return ends.length === 0 ? undefined : Math.min(...ends)
    },
  }
}
