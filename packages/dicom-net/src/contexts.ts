/**
 * The contexts that a service needs, ready to be proposed.
 *
 * @module
 */
import { SopClasses, TransferSyntaxes } from '@filmjacket/dicom-data'
import type { WantedContext } from './association-request.ts'
import { STORAGE_COMMITMENT } from './messages/commitment.ts'
import { informationModels, MODALITY_WORKLIST, type QueryModel } from './query-retrieve.ts'
import { identifierSyntaxes, INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from './service-classes.ts'
import { isStorageClass } from './storage-classes.ts'
import { workitemClasses, type WorkitemClass } from './workitem-classes.ts'

export function findContexts(...models: readonly QueryModel[]): WantedContext[] {
  return models.map((model) => forIdentifiers(informationModels[model].find))
}

export function moveContexts(...models: readonly QueryModel[]): WantedContext[] {
  return models.map((model) => forIdentifiers(informationModels[model].move))
}

export function worklistContexts(): WantedContext[] {
  return [forIdentifiers(MODALITY_WORKLIST)]
}

/** To tell of steps, and to read of them. */
export function performedContexts(): WantedContext[] {
  return [forIdentifiers(PERFORMED_STEP), forIdentifiers(PERFORMED_STEP_RETRIEVE)]
}

export function availabilityContexts(): WantedContext[] {
  return [forIdentifiers(INSTANCE_AVAILABILITY)]
}

/** To make workitems (push), find and perform them (pull), follow them (watch), or only find them (query). PS3.4 Annex CC. */
export function workitemContexts(...classes: readonly Exclude<WorkitemClass, 'event'>[]): WantedContext[] {
  return classes.map((name) => forIdentifiers(workitemClasses[name]))
}

/** In the role of provider: to tell of workitems. PS3.4 §CC.2.4. */
export function workitemEventContexts(): WantedContext[] {
  return [{ ...forIdentifiers(workitemClasses.event), roles: { scu: false, scp: true } }]
}

/** Of Storage Commitment, to ask. PS3.4 §J.3.2. */
export function commitmentContexts(): WantedContext[] {
  return [forIdentifiers(STORAGE_COMMITMENT)]
}

/** The other role: to report what came of it. PS3.4 §J.3.3. */
export function reportContexts(): WantedContext[] {
  return [{ ...forIdentifiers(STORAGE_COMMITMENT), roles: { scu: false, scp: true } }]
}

/** One for each pair, so that the acceptor cannot choose another syntax than the one stored. */
export function storageContexts(
  instances: Iterable<{ readonly sopClassUid: string; readonly transferSyntaxUid: string }>,
): WantedContext[] {
  const pairs = new Map<string, WantedContext>()
  for (const { sopClassUid, transferSyntaxUid } of instances) {
    const context = { abstractSyntax: sopClassUid, transferSyntaxes: [transferSyntaxUid] }
    pairs.set(`${sopClassUid} ${transferSyntaxUid}`, context)
  }
  return [...pairs.values()]
}

const MAX_CONTEXTS = 128

/**
 * A C-GET, and the classes that may come by it, of which we are the provider.
 *
 * A request holds 128 contexts: with several syntaxes for each class the acceptor sends in that which it
 * accepts first. More classes than fit are left out, so name those that are expected.
 */
export function getContexts(
  model: QueryModel, sopClasses: readonly string[] = commonClasses, transferSyntaxes: readonly string[] = commonSyntaxes,
): WantedContext[] {
  const storage = sopClasses.slice(0, MAX_CONTEXTS - 1).map((abstractSyntax): WantedContext =>
    ({ abstractSyntax, transferSyntaxes, roles: { scu: false, scp: true } }))
  return [forIdentifiers(informationModels[model].get), ...storage]
}

/** What every archive can write, and what it may hold compressed. */
const commonSyntaxes: readonly string[] = [
  TransferSyntaxes.explicitVrLittleEndian, TransferSyntaxes.implicitVrLittleEndian,
].map(({ uid }) => uid)

/** Storage classes of today, which fit into one request. */
const commonClasses: readonly string[] = Object.entries(SopClasses)
  .filter(([name, uid]) => isStorageClass(uid) && !/retired|trial|forProcessing|legacy/i.test(name))
  .map(([, uid]) => uid)

function forIdentifiers(abstractSyntax: string): WantedContext {
  return { abstractSyntax, transferSyntaxes: identifierSyntaxes }
}
