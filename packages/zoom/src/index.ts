export { serverToServer } from './auth/server-to-server.ts'
export { createZoomClient, type ZoomClient, type ZoomClientOptions } from './client.ts'
export { ZoomError, type ZoomErrorCode } from './errors.ts'
export type { CallOptions, Operation, Requester } from './http/operation.ts'
