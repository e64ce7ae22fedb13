export {
  type AuthorizationCodeOptions,
  authorizationCode,
  type ConsentApp,
  consentKey,
} from './auth/authorization-code.ts'
export { bearer, type GivenToken } from './auth/bearer.ts'
export { type ClientCredentialsApp, clientCredentials } from './auth/client-credentials.ts'
export {
  type Consent,
  codeFromCallback,
  exchangeCode,
  revokeToken,
  type StartConsentOptions,
  startConsent,
} from './auth/consent.ts'
export { type DeviceSignIn, startDeviceSignIn } from './auth/device-sign-in.ts'
export { legacyJwt } from './auth/legacy-jwt.ts'
export { type ServerToServerApp, serverToServer } from './auth/server-to-server.ts'
export type { ConsentOptions } from './auth/sign-in-server.ts'
export type { AuthContext, AuthStrategy, Token, TokenEndpoint } from './auth/strategy.ts'
export { createMemoryTokenStore, type TokenStore } from './auth/token-store.ts'
export {
  createZoom,
  type ResourceFactories,
  type SignIn,
  type Zoom,
  type ZoomBase,
  type ZoomClientOptions,
  type ZoomOptions,
} from './create-zoom.ts'
export { optionsFromEnvironment } from './environment.ts'
export {
  type FieldError,
  type RateLimit,
  ZoomError,
  type ZoomErrorCode,
  type ZoomErrorDetails,
  zoomErrorCodes,
} from './errors.ts'
export type { Ambient, FetchAnswer, FetchInit } from './http/ambient.ts'
export type { RequestEvent, ResponseEvent, RetryEvent, ZoomHooks } from './http/hooks.ts'
export type { CallOptions, Operation, QueryValue, RateLimitLabel, Requester, RequestParts } from './http/operation.ts'
export type { CallSchedule, CallScheduler, CallToSchedule, Turn } from './http/turn.ts'
export type { PagedList } from './resources/page.ts'
export type {
  ResourceContext,
  ResourceFactory,
  ResourceOperation,
  ResourceOperations,
} from './resources/resource-operation.ts'
