/** Counts what the desk does, for Prometheus. */
export interface Metrics {
  countRequest(method: string, route: string, status: number, seconds: number): void
  countZoomCall(operation: string, outcome: string): void
  /** In the text format of Prometheus, version 0.0.4. */
  format(gauges: readonly Gauge[]): string
}

/** What is measured when it is asked for. */
export interface Gauge {
  readonly name: string
  readonly help: string
  readonly values: readonly { readonly labels?: Labels; readonly value: number }[]
}

type Labels = Readonly<Record<string, string | number>>

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Durations {
  readonly counts: number[]
  sum: number
  count: number
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  const durations = new Map<string, Durations>()
  const zoomCalls = new Map<string, number>()
  const add = (map: Map<string, number>, labels: Labels) => {
    const text = formatLabels(labels)
    map.set(text, (map.get(text) ?? 0) + 1)
  }
  return {
    countRequest(method, route, status, seconds) {
      add(requests, { method, route, status })
      const labels = formatLabels({ method, route })
      const known = durations.get(labels) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 }
      for (const [index, most] of buckets.entries())
        if (seconds <= most) known.counts[index] = (known.counts[index] ?? 0) + 1
      known.sum += seconds
      known.count += 1
      durations.set(labels, known)
    },
    countZoomCall: (operation, outcome) => add(zoomCalls, { operation, outcome }),
    format(gauges) {
      const lines = [
        ...formatCounter('convene_http_requests_total', 'Requests that were answered.', requests),
        ...formatDurations(durations),
        ...formatCounter('convene_zoom_calls_total', 'Calls to Zoom, by how they ended.', zoomCalls),
        ...gauges.flatMap(formatGauge),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

function formatCounter(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  return [...heading(name, help, 'counter'), ...[...counts].map(([labels, count]) => `${name}${labels} ${count}`)]
}

function formatDurations(durations: ReadonlyMap<string, Durations>): string[] {
  const name = 'convene_http_request_seconds'
  return [
    ...heading(name, 'How long answers took, until their first byte.', 'histogram'),
    ...[...durations].flatMap(([labels, { counts, sum, count }]) => {
      const withBound = (bound: string) => labels.replace(/\}$/, `,le="${bound}"}`)
      return [
        ...buckets.map((most, index) => `${name}_bucket${withBound(String(most))} ${counts[index] ?? 0}`),
        `${name}_bucket${withBound('+Inf')} ${count}`,
        `${name}_sum${labels} ${sum}`,
        `${name}_count${labels} ${count}`,
      ]
    }),
  ]
}

function formatGauge({ name, help, values }: Gauge): string[] {
  return [
    ...heading(name, help, 'gauge'),
    ...values.map(({ labels, value }) => `${name}${labels === undefined ? '' : formatLabels(labels)} ${value}`),
  ]
}

function heading(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function formatLabels(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return `{${parts.join(',')}}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
