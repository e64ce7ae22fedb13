import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './metrics.ts'

test('requests are counted by route and status, with how long they took, in the format of Prometheus', () => {
  const metrics = createMetrics()
  metrics.countRequest('GET', '/api/v1/bookings/{id}', 200, 0.02)
  metrics.countRequest('GET', '/api/v1/bookings/{id}', 200, 3)
  metrics.countZoomCall('meetings.create', '201')
  const lines = metrics
    .format([{ name: 'convene_bookings', help: 'Bookings.', values: [{ labels: { state: 'a"b' }, value: 2 }] }])
    .split('\n')
  for (const line of [
    'convene_http_requests_total{method="GET",route="/api/v1/bookings/{id}",status="200"} 2',
    'convene_http_request_seconds_bucket{method="GET",route="/api/v1/bookings/{id}",le="0.025"} 1',
    'convene_http_request_seconds_bucket{method="GET",route="/api/v1/bookings/{id}",le="+Inf"} 2',
    'convene_http_request_seconds_count{method="GET",route="/api/v1/bookings/{id}"} 2',
    'convene_zoom_calls_total{operation="meetings.create",outcome="201"} 1',
    'convene_bookings{state="a\\"b"} 2',
  ])
    assert.ok(lines.includes(line), `${line}\n---\n${lines.join('\n')}`)
  for (const line of lines) assert.match(line, /^$|^# (HELP|TYPE) \w+ .+$|^\w+(\{.*\})? [\d.e+-]+$/)
})
