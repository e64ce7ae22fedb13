import { wrongValue } from '../errors.ts'

/** Reads a port number; 0 is any free one. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw wrongValue('--port', text, 'no port; ports go from 0 (any free one) to 65535', '--port 4747')
}
