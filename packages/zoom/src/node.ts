/** What needs Node: a transport that keeps connections, and a file for tokens. */
export { createFileTokenStore, type FileTokenStoreOptions } from './node/file-token-store.ts'
export { createNodeFetch, type NodeFetch, type NodeFetchOptions } from './node/transport.ts'
