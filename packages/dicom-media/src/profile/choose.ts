/**
 * Which profile a medium can claim, by what is to stand on it. MED-20, PS3.11.
 *
 * @module
 */
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { allows, CAPACITY_BYTES, profiles, type Profile } from './profiles.ts'

/** Instances of one transfer syntax. */
export interface ContentKind {
  readonly transferSyntaxUid: string
  readonly instances: number
}

/** What must be done with instances of a transfer syntax before they fit. */
export type Change =
  /** Elements written anew around values that stay: Implicit VR becomes Explicit VR. */
  | 'rewrite'
  | 'decompress'

export interface Choice {
  /** Null: the content fits none. */
  readonly profile: Profile | null
  /** By transfer syntax UID; what is not in it goes as it is. Without a profile, what would bring most of it into one. */
  readonly changes: ReadonlyMap<string, Change>
  /** Others that hold the same content as it then is. */
  readonly alternatives: readonly Profile[]
  /** Transfer syntaxes for which there is no place, the reason for null. */
  readonly outside: readonly string[]
}

export interface ChoiceOptions {
  /** Of the whole medium, about: a profile whose medium is too small is passed over. */
  readonly sizeBytes: number
  /** Profiles that come into question, the best first. Default: all but MIME. */
  readonly among?: readonly Profile[]
  /** Whether pixels in this transfer syntax can be written uncompressed. Default: none. */
  readonly canDecompress?: (transferSyntaxUid: string) => boolean
}

const general = profiles.filter(({ medium }) => medium !== 'mail')

/**
 * Choose a profile. Pure.
 *
 * Pixels are decompressed only where no profile takes the content as it is; then the profile wins that asks it of the
 * fewest instances. Implicit VR is always written as Explicit VR: no profile knows it, and nothing is lost.
 */
export function chooseProfile(content: readonly ContentKind[], options: ChoiceOptions): Choice {
  const { sizeBytes, among = general, canDecompress = () => false } = options
  const candidates = among.filter(({ medium }) => sizeBytes <= CAPACITY_BYTES[medium])
    .map((profile) => ({ profile, ...changesFor(profile, content, canDecompress) }))
  const fitting = candidates.filter(({ outside }) => outside.length === 0)
  const [best] = fitting.toSorted((a, b) => a.decompressed - b.decompressed)
  if (best === undefined) {
    const [closest] = candidates.toSorted((a, b) => a.outside.length - b.outside.length)
    return { profile: null, changes: closest?.changes ?? new Map(), alternatives: [], outside: closest?.outside ?? content.map((kind) => kind.transferSyntaxUid) }
  }
  const same = fitting.filter((each) => each !== best && each.decompressed === best.decompressed)
  return { profile: best.profile, changes: best.changes, alternatives: same.map(({ profile }) => profile), outside: [] }
}

function changesFor(profile: Profile, content: readonly ContentKind[], canDecompress: (uid: string) => boolean) {
  const changes = new Map<string, Change>()
  const outside: string[] = []
  let decompressed = 0
  for (const { transferSyntaxUid, instances } of content) {
    if (allows(profile, transferSyntaxUid)) continue
    if (transferSyntaxUid === TransferSyntaxes.implicitVrLittleEndian.uid) changes.set(transferSyntaxUid, 'rewrite')
    else if (canDecompress(transferSyntaxUid)) {
      changes.set(transferSyntaxUid, 'decompress')
      decompressed += instances
    } else outside.push(transferSyntaxUid)
  }
  return { changes, outside, decompressed }
}
