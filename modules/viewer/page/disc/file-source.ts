/** Pictures from files that a person gave, read where they are asked for. */
import { EXPLICIT_LITTLE_ENDIAN, isDecodedHere } from '../core/decode/transfer-syntaxes.ts'
import { textOf, type Elements } from '../core/elements.ts'
import type { PictureSource } from '../core/picture-source.ts'
import { PictureError } from '../core/pixels.ts'
import { Tags } from '../core/tags.ts'
import type { ImageFile, OpenImageFile } from './image-file.ts'
import { bytesOf, type OpenStudy } from './index-files.ts'

/** Files read at a time: more would make a disc jump to and fro. */
const AT_ONCE = 4

/** Of a value: which file, and the path in it. */
const SCHEME = 'file-of-disc:'

export function createFileSource(studies: readonly OpenStudy[], open: OpenImageFile): PictureSource {
  const files = new Map(studies.flatMap(({ series }) => series.map((each) => [each.uid, each.files] as const)))
  const opened = new Map<string, Promise<readonly ImageFile[]>>()
  const images = new Map<string, ImageFile>()
  const values = new Map<string, ImageFile>()

  async function openAll(seriesUid: string): Promise<readonly ImageFile[]> {
    const found = await inTurns(files.get(seriesUid) ?? [], async (file, n) => {
      const key = `${seriesUid}/${n}`
      const image = await open(bytesOf(file), { addressOf: (path) => `${SCHEME}${key}#${path}` }).catch(gone)
      if (image === null || textOf(image.elements, Tags.SeriesInstanceUID) !== seriesUid) return []
      values.set(key, image)
      images.set(textOf(image.elements, Tags.SOPInstanceUID), image)
      return [image]
    })
    return found.flat()
  }

  function imagesIn(seriesUid: string): Promise<readonly ImageFile[]> {
    const known = opened.get(seriesUid)
    if (known !== undefined) return known
    const opening = openAll(seriesUid)
    opened.set(seriesUid, opening)
    // A disc that was taken out may come back.
    opening.catch(() => opened.delete(seriesUid))
    return opening
  }

  return {
    async headers({ seriesUid }, instanceUid) {
      const all: readonly Elements[] = (await imagesIn(seriesUid)).map(({ elements }) => elements)
      return instanceUid === undefined ? all : all.filter((elements) => textOf(elements, Tags.SOPInstanceUID) === instanceUid)
    },

    async seriesOf(studyUid, instanceUid) {
      for (const { uid } of studies.find((study) => study.uid === studyUid)?.series ?? []) {
        const isIn = (await imagesIn(uid)).some(({ elements }) => textOf(elements, Tags.SOPInstanceUID) === instanceUid)
        if (isIn) return uid
      }
      return null
    },

    async frame({ seriesUid, instanceUid, frame }, { asNative = false } = {}) {
      await imagesIn(seriesUid)
      const image = images.get(instanceUid)
      if (image === undefined) throw new PictureError('absent', 'no such image')
      const { transferSyntaxUid } = image
      if (asNative && transferSyntaxUid !== EXPLICIT_LITTLE_ENDIAN) throw new PictureError('no-decoder', 'nobody here decodes it')
      // Nothing is read in vain.
      if (!isDecodedHere(transferSyntaxUid)) return { bytes: new Uint8Array(0), transferSyntaxUid }
      const bytes = await image.frame(frame).catch(gone)
      if (bytes === null) throw new PictureError('broken', 'no such frame')
      return { bytes, transferSyntaxUid }
    },

    async bulk(uri) {
      const [key = '', path = ''] = uri.slice(SCHEME.length).split('#')
      const value = await values.get(key)?.value(path).catch(gone)
      if (value == null) throw new PictureError('absent', 'no such value')
      return value
    },
  }
}

/** The medium was taken out, or the file is not to be read. What makes no sense within a file is broken. */
function gone(error: unknown): never {
  if (error instanceof DOMException) throw new PictureError('medium-gone', 'the file cannot be read')
  throw new PictureError('broken', 'the file is damaged')
}

async function inTurns<T, R>(all: readonly T[], work: (one: T, n: number) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const turn = async (): Promise<void> => {
    while (next < all.length) {
      const n = next++
      const one = all[n]
      if (one !== undefined) results[n] = await work(one, n)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
  return results
}
