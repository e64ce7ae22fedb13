/** Receives Zoom's webhooks: deliveries verified, typed and handled once. */
export type * from '../generated/webhook-events.ts'
export { WebhookError, type WebhookErrorCode, webhookErrorCodes } from './errors.ts'
export type {
  OtherWebhookEvent,
  OtherWebhookEventName,
  WebhookEnvelope,
  WebhookEvent,
  WebhookEventName,
  WebhookEventOf,
} from './events.ts'
export { createWebhookHandler, type WebhookContext, type WebhookHandler } from './handler.ts'
export type { WebhookFailure, WebhookHandlerOptions, WebhookListeners } from './handler-options.ts'
export type { WebhookHeaders } from './headers.ts'
export type { RawBody } from './raw-body.ts'
export {
  createMemorySeenStore,
  type MemorySeenStoreOptions,
  type SeenClaim,
  type SeenStore,
  type SeenTimes,
} from './seen-store.ts'
export { type SignWebhookOptions, signWebhook } from './signature.ts'
export type { UrlValidationAnswer } from './url-validation.ts'
export { type VerifiedWebhook, type VerifyWebhookOptions, verifyWebhook } from './verify.ts'
