import type { AuditView } from '@convene/booking/contract'
import { byteOrderMark, csvLine } from './csv.ts'

export type AuditFormat = 'csv' | 'jsonl'

const columns = ['at', 'by', 'by_name', 'what', 'thing', 'details', 'id'] as const

/** The log as a file, written while it is read. */
export function exportAudit(rows: AsyncIterable<AuditView>, format: AuditFormat): ReadableStream<Uint8Array> {
  return ReadableStream.from(inChunks(format === 'csv' ? csvOf(rows) : jsonLinesOf(rows))).pipeThrough(
    new TextEncoderStream(),
  )
}

async function* csvOf(rows: AsyncIterable<AuditView>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns)
  for await (const { id, at, by, byName, what, thing, details } of rows)
    yield csvLine([at, by, byName ?? '', what, thing, JSON.stringify(details), id])
}

async function* jsonLinesOf(rows: AsyncIterable<AuditView>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

const chunkLength = 16_384

/** Lines together, so that not each of them is a packet of its own. */
async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
