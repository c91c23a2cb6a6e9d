/** The transport connection beneath the Upper Layer. PS3.8 §9.1. */
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RequestorTls } from './tls-profile.ts'

export interface Transport {
  /**
   * Write the pieces in order, in as few packets as may be.
   *
   * @returns false if the peer is slower than we: wait for `drained` before the next write.
   */
  write(pieces: readonly Uint8Array[]): boolean
  /** Resolves when there is room again, or when the connection is closed. Never rejects. */
  drained(): Promise<void>
  /** Resolves when the system has taken all that was written, or when the connection is closed. Never rejects. */
  flushed(): Promise<void>
  pause(): void
  resume(): void
  /** Close when all that was written has left. */
  close(): void
  /** Close at once. */
  destroy(): void
}

export interface TransportListener {
  connected(): void
  /** The chunk is the listener's own from now on. */
  received(chunk: Buffer): void
  /** The last call. The error is null where the peer closed in good order. */
  closed(error: Error | null): void
}

export type OpenTransport = (listener: TransportListener) => Transport

/** Pieces below this are copied together: that costs less than a write of its own for each. */
const SMALL_BYTES = 1_024

const NOTHING = new Uint8Array(0)

/** What waits to be sent before a writer is told to wait: two of our longest PDUs. */
export const WRITE_BUFFER_BYTES = 256 * 1024

export function connectTo(host: string, port: number, tls?: RequestorTls): OpenTransport {
  return (listener) => {
    const options = { host, port, noDelay: true, keepAlive: true, highWaterMark: WRITE_BUFFER_BYTES }
    const socket = tls === undefined ? connect(options) : connectTls({ ...options, ...tls })
    socket.once(tls === undefined ? 'connect' : 'secureConnect', () => listener.connected())
    return socketTransport(socket)(listener)
  }
}

export function socketTransport(socket: Socket): OpenTransport {
  return (listener) => {
    let failure: Error | null = null
    let waiting: (() => void)[] = []
    const wake = (): void => {
      for (const resolve of waiting.splice(0)) resolve()
    }
    waiting = []
    socket.on('data', (chunk: Buffer) => listener.received(chunk))
    socket.on('drain', wake)
    socket.on('error', (error) => (failure = error))
    socket.on('close', () => {
      wake()
      listener.closed(failure)
    })
    return {
      write: (pieces) => writeAll(socket, pieces),
      drained: () =>
        socket.destroyed || !socket.writableNeedDrain
          ? Promise.resolve()
          : new Promise((resolve) => waiting.push(resolve)),
      // Leaves with what was written in this tick, and so is told of with it.
      flushed: () => new Promise((resolve) => (socket.writable ? socket.write(NOTHING, () => resolve()) : resolve())),
      pause: () => void socket.pause(),
      resume: () => void socket.resume(),
      close: () => socket.destroySoon(),
      destroy: () => destroy(socket),
    }
  }
}

/**
 * Corked, the pieces leave together in one `writev`, and with them those of further messages of this tick:
 * a quarter less work for the many small answers of a C-FIND.
 */
function writeAll(socket: Socket, pieces: readonly Uint8Array[]): boolean {
  if (!socket.writable) return true
  if (socket.writableCorked === 0) {
    socket.cork()
    process.nextTick(() => socket.uncork())
  }
  if (pieces.length > 1 && pieces.every(({ length }) => length < SMALL_BYTES)) socket.write(Buffer.concat(pieces))
  else for (const piece of pieces) socket.write(piece)
  return !socket.writableNeedDrain
}

/** The last word is written even if nobody waits for it to arrive. */
function destroy(socket: Socket): void {
  socket.uncork()
  socket.destroy()
}
