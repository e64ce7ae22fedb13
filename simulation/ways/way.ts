import type { ZoomClient } from '@convene/zoom'
import type { Wish } from '../booking.ts'
import type { Life } from '../simulated-process.ts'

/** A webhook event as a receiver hands it on. */
export interface ZoomHint {
  readonly event: string
  readonly payload: object
}

/** What a caller is told of a meeting. */
export interface Told {
  /** `published`: there is a link. */
  readonly state: string
  readonly reason?: string | undefined
  readonly link?: { readonly id: number; readonly join_url: string } | undefined
}

/** One process that makes meetings in some way. */
export interface Maker {
  /** The same key is the same meeting. Rejects where the caller has to ask again. */
  ensure(key: string, wish: Wish): Promise<Told>
  /** Only writes down that it is wanted. */
  plan?(key: string, wish: Wish): Promise<void>
  change?(key: string, fields: Partial<Wish>): Promise<Told>
  cancel?(key: string): Promise<Told>
  restore?(key: string): Promise<Told>
  forget?(key: string): Promise<void>
  /** A webhook that Zoom, or somebody else, has sent. */
  hint?(event: ZoomHint): Promise<void>
}

/** What is asked of a world of this way before its processes start: something that they share, and that outlives them. */
export interface Shared {
  /** Each change of what is published, by what is kept and not by what somebody was told. */
  readonly onPublished: (key: string, id: number | undefined) => void
  /** Whether a key has come to rest, and how. */
  readonly onState: (key: string, state: string, isSettled: boolean) => void
}

/** A way of creating meetings: the seam at which ours and others are compared. */
export interface Way {
  readonly name: string
  /** Whether the same key can be asked for again, changed and cancelled; only then are promises checked. */
  readonly keepsRecords: boolean
  /** Opens what its processes share; what comes back starts one process. */
  open(shared: Shared): { start(life: Life, zoom: ZoomClient): Maker; close(): void }
}
