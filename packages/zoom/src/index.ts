export { serverToServer } from './auth/server-to-server.ts'
export { createZoomClient, type ZoomClient, type ZoomClientOptions } from './client.ts'
export {
  type FieldError,
  type RateLimit,
  ZoomError,
  type ZoomErrorCode,
  type ZoomErrorDetails,
  zoomErrorCodes,
} from './errors.ts'
export type { CallOptions, Operation, Requester } from './http/operation.ts'
