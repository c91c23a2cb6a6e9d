/** What a person calls a Study: its UID or its accession number. */
import type { Archive } from '../../modules/archive/index.ts'

/** Ids of the Studies of each name; a name with none is unknown. An accession number may have several. */
export async function findStudies(archive: Archive, names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const name of names) found.set(name, await studiesCalled(archive, name))
  return found
}

async function studiesCalled(archive: Archive, name: string): Promise<readonly string[]> {
  const byUid = await archive.studyByUid(name)
  if (byUid !== undefined) return [byUid.id]
  const ids: string[] = []
  const filter = { accessionNumber: { kind: 'any-of', values: [name] } } as const
  for await (const { study } of archive.findAll({ level: 'study', filter })) ids.push(study.id)
  return ids
}
