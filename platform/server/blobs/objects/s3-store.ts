/**
 * A bucket of any store that speaks S3. A segment is one object, read by ranges.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand, DeleteObjectCommand, GetObjectCommand, ListMultipartUploadsCommand, S3Client, type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { SECOND_MS } from '../../clock.ts'
import type { S3Place } from '../../config/config.ts'
import { s3Failure } from './s3-failure.ts'
import type { SegmentStore } from './segment-store.ts'

export interface S3Options extends Pick<S3Place, 'bucket' | 'prefix' | 'endpoint' | 'region' | 'isPathStyle'> {
  /** Null: as AWS's own programs have them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null
  /** PEM; null: whom the system trusts. */
  readonly authority: string | null
}

const PART_BYTES = 16 * 1024 * 1024
/** So many parts are in memory while a segment is copied. */
const PARTS_AT_A_TIME = 2
const CONNECT_MS = 5 * SECOND_MS
const SILENT_MS = 30 * SECOND_MS
const TRIES = 3

export class S3Store implements SegmentStore {
  readonly name: string
  readonly #client: S3Client
  readonly #place: S3Options

  constructor(place: S3Options) {
    this.#place = place
    this.name = `s3://${place.bucket}/${place.prefix}`
    this.#client = new S3Client(configOf(place))
  }

  /** A bucket is its owner's to make. */
  establish(): Promise<void> {
    return Promise.resolve()
  }

  async put(segment: string, bytes: Readable, signal: AbortSignal): Promise<void> {
    const upload = new Upload({
      client: this.#client, params: { ...this.#objectOf(segment), Body: bytes, ContentType: 'application/octet-stream' },
      partSize: PART_BYTES, queueSize: PARTS_AT_A_TIME,
    })
    const stop = () => void upload.abort()
    signal.addEventListener('abort', stop)
    await upload.done().catch(throwFailure).finally(() => signal.removeEventListener('abort', stop))
  }

  async read(segment: string, start: number, length: number): Promise<Buffer> {
    try {
      const { Body } = await this.#client.send(this.#part(segment, start, start + length))
      return Buffer.from((await Body?.transformToByteArray()) ?? [])
    } catch (error) {
      if (isBehindTheEnd(error)) return Buffer.alloc(0)
      throw s3Failure(error)
    }
  }

  /** A part is asked for, as HEAD does not tell a bucket that is not there from an object. */
  async sizeOf(segment: string): Promise<number | null> {
    try {
      const { Body, ContentRange } = await this.#client.send(this.#part(segment, 0, 1))
      await Body?.transformToByteArray()
      return Number(ContentRange?.split('/')[1])
    } catch (error) {
      if (isNamed(error, 'NoSuchKey')) return null
      if (isBehindTheEnd(error)) return 0
      throw s3Failure(error)
    }
  }

  async remove(segment: string): Promise<void> {
    const object = this.#objectOf(segment)
    try {
      await this.#client.send(new DeleteObjectCommand(object))
      const { Uploads = [] } = await this.#client.send(new ListMultipartUploadsCommand({ Bucket: object.Bucket, Prefix: object.Key }))
      for (const { Key, UploadId } of Uploads)
        if (Key === object.Key) await this.#client.send(new AbortMultipartUploadCommand({ ...object, UploadId }))
    } catch (error) {
      // Some stores keep no list of uploads that were broken off.
      if (!isNamed(error, 'NotImplemented')) throw s3Failure(error)
    }
  }

  #part(segment: string, start: number, end: number): GetObjectCommand {
    return new GetObjectCommand({ ...this.#objectOf(segment), Range: `bytes=${start}-${end - 1}` })
  }

  #objectOf(segment: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#place.bucket, Key: `${this.#place.prefix}${segment}` }
  }
}

function configOf({ endpoint, region, isPathStyle, credentials, authority }: S3Options): S3ClientConfig {
  return {
    region, forcePathStyle: isPathStyle, maxAttempts: TRIES,
    // Otherwise checksums follow the bytes as trailers, which older stores do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS, ...(authority !== null && { httpsAgent: { ca: authority, keepAlive: true } }),
    },
    ...(endpoint !== null && { endpoint }), ...(credentials !== null && { credentials }),
  }
}

function throwFailure(error: unknown): never {
  throw s3Failure(error)
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name
}

function isBehindTheEnd(error: unknown): boolean {
  return isNamed(error, 'InvalidRange')
}
