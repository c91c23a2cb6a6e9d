/**
 * How Studies are brought to fit a profile of PS3.11: what is rewritten, what is decompressed, which profile that gives.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import { chooseProfile, profileById, type Choice, type ContentKind } from '@filmjacket/dicom-media'
import { supportTable } from '@filmjacket/dicom-pixel'
import type { StoredInstance } from '../archive/index.ts'
import { measureExplicit } from './derive.ts'
import { explicitContentOf } from './media-content.ts'
import type { Recipe } from './recipe.ts'

/**
 * `fitting`: the profile that takes the images as they are; pixels are decompressed only where none does. `cd`: all
 * uncompressed, which every reader knows. `kept`: nothing is changed.
 */
export type Wish = 'fitting' | 'cd' | 'kept'

export type Fit = Pick<Recipe, 'profile' | 'changes' | 'derived'>

const decodable: ReadonlySet<string> = new Set(supportTable.flatMap(({ transferSyntax, decoders }) => (decoders.length > 0 ? [transferSyntax.uid] : [])))

/** @param blobs - from which pixels are read to decompress them; without, none are. */
export async function fit(instances: readonly StoredInstance[], wish: Wish, blobs: BlobReader | undefined, signal?: AbortSignal): Promise<Fit> {
  const choice = choose(instances, wish, blobs !== undefined)
  const derived: Record<string, Fit['derived'][string]> = {}
  let fits = choice.profile !== null
  for (const instance of instances) {
    const change = choice.changes.get(instance.transferSyntaxUid)
    if (change === undefined || (change === 'rewrite' && explicitContentOf(instance) !== null)) continue
    const file = blobs === undefined ? null : await measureExplicit(instance, blobs, signal)
    if (file === null) fits = false
    else derived[instance.id] = file
  }
  return { profile: fits ? (choice.profile?.id ?? null) : null, changes: Object.fromEntries(choice.changes), derived }
}

/** A correction changes the files that were made of an Instance. */
export async function deriveAgain(instances: readonly StoredInstance[], derived: Fit['derived'], blobs: BlobReader): Promise<Fit['derived']> {
  const again: Record<string, Fit['derived'][string]> = {}
  for (const instance of instances) {
    const file = derived[instance.id] === undefined ? null : await measureExplicit(instance, blobs)
    if (file !== null) again[instance.id] = file
  }
  return again
}

function choose(instances: readonly StoredInstance[], wish: Wish, canDerive: boolean): Choice {
  const content = kindsOf(instances)
  const sizeBytes = instances.reduce((sum, instance) => sum + instance.sizeBytes, 0)
  const cd = profileById('STD-GEN-CD')
  switch (wish) {
    case 'kept': {
      const choice = chooseProfile(content, { sizeBytes })
      return choice.changes.size === 0 ? choice : { ...choice, profile: null, changes: new Map() }
    }
    case 'fitting': {
      const choice = chooseProfile(content, { sizeBytes, canDecompress: (uid) => canDerive && decodable.has(uid) })
      if (choice.profile !== null) return choice
      // To decompress would gain nothing.
      return { ...choice, changes: new Map([...choice.changes].filter(([, change]) => change === 'rewrite')) }
    }
    // However large it is: who wants it uncompressed burns it on several, or keeps it on a stick.
    case 'cd': return chooseProfile(content, {
      sizeBytes: 0, canDecompress: (uid) => canDerive && decodable.has(uid), ...(cd === undefined ? {} : { among: [cd] }),
    })
  }
}

function kindsOf(instances: readonly StoredInstance[]): readonly ContentKind[] {
  const counts = new Map<string, number>()
  for (const { transferSyntaxUid } of instances) counts.set(transferSyntaxUid, (counts.get(transferSyntaxUid) ?? 0) + 1)
  return [...counts].map(([transferSyntaxUid, count]) => ({ transferSyntaxUid, instances: count }))
}
