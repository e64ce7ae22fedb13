import type { ClockSource } from './domain/clock.ts'
import type { SeedInput } from './domain/seed.ts'
import type { Switches } from './domain/switches.ts'
import type { OperationReply } from './http/reply.ts'
import type { Deliver } from './webhooks/send.ts'

/** What a caller may say about the emulator to start; nothing is required. */
export interface EmulatorOptions {
  /**
   * `false`: no socket is opened, and `fetch` is the only way in. Links and `url` begin with `http://127.0.0.1:9`, where no
   * `fetch` ever goes, so that nothing meant for this emulator reaches another program.
   */
  listen?: boolean
  /** 0 (the default) takes any free port. */
  port?: number
  /** Where `port` is taken, the next free one is taken instead of an error. */
  portFallback?: boolean
  /** `127.0.0.1` by default. Another address lets other machines in, and there are no real passwords here. */
  host?: string
  /** Names beside the loopback ones and Zoom's to which the emulator answers, such as a container's. */
  allowHosts?: readonly string[]
  /** Account, apps and users, or the path of a JSON file that holds them; by default a demo account. */
  seed?: SeedInput | string | URL
  /** One SQLite file that keeps everything. By default all is in memory and gone at the end. */
  data?: string
  /**
   * The source of time under the emulator's own clock; by default the machine's. One with `after` is all the time there is: for
   * deliveries, for the three seconds that a webhook may take, for the durations in the journal.
   */
  clock?: ClockSource
  /** The source of chance for ids and tokens; by default a cryptographic one. */
  randomBytes?: (length: number) => Uint8Array
  /**
   * Ids, passcodes, tokens and tracking ids from this number instead: the same calls, one after the other, get the same ones at
   * every run.
   */
  randomSeed?: number
  /** Where nobody knows how Zoom behaves, choose. */
  switches?: Partial<Switches>
  /** Hosts beside the loopback ones to which webhooks may be sent. By default nothing leaves this machine. */
  webhookHosts?: readonly string[]
  /** Takes the webhooks instead of the network, for a receiver in this process: any address will then do. */
  deliver?: Deliver
  /** How many of the last requests the journal keeps; 1,000 by default, 0 keeps none. */
  journalSize?: number
  /** Told of each reply of an operation before it leaves. */
  onReply?: (reply: OperationReply) => void
  /** Told of each failure that is the emulator's own fault. By default it is written to standard error. */
  onBug?: (error: unknown, request: Pick<Request, 'method' | 'url'>) => void
}
