import { createZoom, type ZoomBase, type ZoomClientOptions } from './create-zoom.ts'
import { type AllResources, allResources } from './generated/all-resources.ts'

/** A client of the whole Zoom API; `request` sends an operation that has no call of its own. */
export interface ZoomClient extends ZoomBase, AllResources {}

/**
 * Makes a client of the whole Zoom API. Nothing is sent before the first call. A program that uses a part of it alone can load that
 * part alone: `createZoom` of `@convene/zoom/core`.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used.
 */
export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  return createZoom({ ...options, resources: allResources })
}
