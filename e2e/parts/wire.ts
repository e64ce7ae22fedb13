import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Wire {
  /** Where it begins, on 127.0.0.1. */
  readonly port: number
  cut(): void
  mend(): Promise<void>
}

/** A way to a server, which can be cut. */
export async function openWire(port: number, host: string): Promise<Wire> {
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    const other = connect(port, host)
    for (const [one, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {}).once('close', () => to.destroy())
      one.pipe(to)
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => listener.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port: own } = listener.address() as AddressInfo
  return {
    port: own,
    cut() {
      listener.close()
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    mend: () => listen(own),
  }
}
