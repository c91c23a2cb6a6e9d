/** Instances that come over the network, as Part 10 files of a folder. */
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { encodeFileMeta } from '@filmjacket/dicom-data'
import type { Peer, StoreAnswer, StoreRequest } from '@filmjacket/dicom-net'

const STORED: StoreAnswer = { status: 0x0000 }
const FULL: StoreAnswer = { status: 0xa700, comment: 'cannot be written' }

export class InstanceFolder {
  readonly #folder: string
  readonly #stored: (count: number) => void
  #count = 0
  #begun = 0

  /** @param stored - told how many there are. */
  constructor(folder: string, stored: (count: number) => void) {
    this.#folder = folder
    this.#stored = stored
  }

  get count(): number {
    return this.#count
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
  }

  /** Answers when the file is whole and bears its name. A UID has digits and dots only, so it names no other folder. */
  async store({ callingAe }: Peer, request: StoreRequest): Promise<StoreAnswer> {
    const file = path.join(this.#folder, `${request.sopInstanceUid}.dcm`)
    const unfinished = `${file}.${++this.#begun}.part`
    try {
      const content = Readable.from(part10(request, callingAe), { objectMode: false })
      await pipeline(content, createWriteStream(unfinished, { flush: true }))
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      if (isOfSystem(error)) return FULL
      throw error
    }
    this.#stored(++this.#count)
    return STORED
  }
}

async function* part10(request: StoreRequest, sourceAeTitle: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield encodeFileMeta({ ...request, sourceAeTitle })
  yield* request.dataSet
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
