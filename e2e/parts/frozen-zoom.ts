import { createZoomClient, optionsFromEnvironment, type ZoomClient } from '@convene/zoom'
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '@convene/zoom-emulator'

/** An emulator and a client whose clocks both stand still, so that a story has its dates for ever. */
export interface FrozenZoom extends AsyncDisposable {
  readonly emulator: RunningEmulator
  readonly client: ZoomClient
}

/** Starts them at noon (UTC) of Sunday, 22 November 2026. */
export async function startFrozenZoom(options: EmulatorOptions = {}): Promise<FrozenZoom> {
  const emulator = await startEmulator(options)
  emulator.clock.freeze('2026-11-22T12:00:00Z')
  const client = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { now: emulator.clock.now } })
  return { emulator, client, [Symbol.asyncDispose]: () => emulator.close() }
}
