/**
 * Studies as they lie on a medium: their recipe, their files, and where the bytes of these are.
 *
 * @module
 */
import type { BlobReader, ExtentList } from '@filmjacket/bytes'
import { labelLines, type MediaFile } from '@filmjacket/dicom-media'
import type { Archive, SeriesPreview, StoredInstance } from '../archive/index.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import type { Language, Settings } from '../../platform/server/settings/index.ts'
import type { Format } from './contract.ts'
import { deriveExplicit, MadeBlobs, type StoredBlobs } from './derive.ts'
import type { Disc } from './disc.ts'
import { deriveAgain, fit, type Wish } from './fit.ts'
import { layOutFiles, wrap, type LaidOut } from './lay-out.ts'
import { drawPictures, NOTHING_DRAWN } from './pictures.ts'
import type { Recipe } from './recipe.ts'
import { recipeFrom, wantsPictures, wishOf } from './settings.ts'

export interface ComposerOptions {
  readonly archive: Archive
  readonly clock: Clock
  /** Where stored images are read. */
  readonly blobs: StoredBlobs
  readonly settings?: Pick<Settings, 'value'>
  readonly disc?: Disc | undefined
  readonly version?: string
}

export interface PrepareOptions {
  /** Of the pages on it. Default English. */
  readonly language?: Language
  /** Default: as the site has set it. */
  readonly wish?: Wish
  /** Decompressing may take minutes. */
  readonly signal?: AbortSignal
}

/** Studies as one medium, for who writes it himself. */
export interface Composed {
  readonly files: readonly MediaFile[]
  readonly blobs: BlobReader
  readonly instances: number
  readonly profile: string | null
  /** What is to be printed on a disc. */
  readonly label: readonly string[]
  as(format: Format): ExtentList
}

/** What lies where, and who reads it. */
export type Laid = LaidOut & { readonly blobs: MadeBlobs }

/** The bytes of a picture that a recipe tells; undefined if they are gone. */
export type PictureBytes = (digest: string) => Promise<Uint8Array | undefined>

/** A recipe, and the pictures drawn for it, by digest. */
export interface Begun {
  readonly recipe: Recipe
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export interface Subject {
  readonly studyIds: readonly string[]
  readonly instances: readonly StoredInstance[]
}

export class Composer {
  readonly #options: ComposerOptions

  constructor(options: ComposerOptions) {
    this.#options = options
  }

  async compose(studyIds: readonly string[], options: PrepareOptions = {}): Promise<Composed | null> {
    const { archive, clock } = this.#options
    const instances = (await Promise.all(studyIds.map((id) => archive.instancesOf(id)))).flat()
    if (instances.length === 0) return null
    const subject = { studyIds, instances }
    const [{ recipe, pictures }, madeAt] = [await this.begin(subject, options, null), clock.now()]
    const laid = await this.lay(subject, recipe, madeAt, (digest) => Promise.resolve(pictures.get(digest)))
    return {
      files: laid.files, blobs: laid.blobs.inTurn(), instances: instances.length, profile: recipe.profile, label: labelLines(laid.label),
      as: (format) => wrap(laid, format, madeAt),
    }
  }

  /** @param asOf - when the Study last changed before its Instances were read. */
  async begin({ studyIds, instances }: Subject, options: PrepareOptions, asOf: Instant | null): Promise<Begun> {
    const { settings, blobs } = this.#options
    const { language = 'en', wish = wishOf(settings), signal } = options
    const fitted = await fit(instances, wish, blobs, signal)
    const { pictures, bytes } = wantsPictures(settings) ? await drawPictures(instances, blobs, signal) : NOTHING_DRAWN
    const pictured = (await this.#previewsOf(studyIds)).map(({ seriesUid }) => seriesUid)
    return { recipe: { language, ...recipeFrom(settings), ...fitted, pictures, pictured, asOf }, pictures: bytes }
  }

  /** The recipe, true again after the Study changed. */
  async renewed(recipe: Recipe, instances: readonly StoredInstance[], asOf: Instant | null): Promise<Recipe> {
    if (recipe.asOf === asOf || Object.keys(recipe.derived).length === 0) return recipe
    return { ...recipe, derived: await deriveAgain(instances, recipe.derived, this.#options.blobs), asOf }
  }

  async lay({ studyIds, instances }: Subject, recipe: Recipe, madeAt: Instant, pictures: PictureBytes): Promise<Laid> {
    const { disc, version } = this.#options
    const previews = recipe.previews ? await this.#previewsOf(studyIds, recipe.pictured) : []
    const laid = layOutFiles({ instances, previews, disc, ...(version === undefined ? {} : { version }) }, madeAt, recipe)
    return { ...laid, blobs: this.#readerOf(instances, recipe, pictures) }
  }

  async #previewsOf(studyIds: readonly string[], pictured?: readonly string[]): Promise<readonly SeriesPreview[]> {
    const previews = (await Promise.all(studyIds.map((id) => this.#options.archive.previewsOf(id)))).flat()
    return previews.filter(({ seriesUid }) => pictured?.includes(seriesUid) ?? true)
  }

  /** Of all bytes that a package may hold. */
  #readerOf(instances: readonly StoredInstance[], { derived, pictures = [] }: Recipe, pictureBytes: PictureBytes): MadeBlobs {
    const { blobs, disc } = this.#options
    const made = new MadeBlobs(blobs)
    for (const [digest, bytes] of disc?.contents ?? []) made.add(digest, () => of(bytes))
    for (const { digest } of pictures) made.add(digest, () => of(pictureBytes(digest)))
    for (const instance of Object.keys(derived).length === 0 ? [] : instances) {
      const file = derived[instance.id]
      if (file !== undefined) made.add(file.digest, () => deriveExplicit(instance, blobs))
    }
    return made
  }
}

async function* of(reading: Uint8Array | Promise<Uint8Array | undefined>): AsyncGenerator<Uint8Array> {
  const bytes = await reading
  if (bytes === undefined) throw new Error('a picture of a package is gone')
  yield bytes
}
