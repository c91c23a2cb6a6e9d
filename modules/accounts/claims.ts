/** Reading what another sign-in service says of a person: it may say anything. */

/** `realm_access.roles`: a claim, or what is inside of one. A claim whose own name holds dots comes first. */
export function claimOf(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  const name = path.trim()
  if (name === '') return undefined
  if (Object.hasOwn(claims, name)) return claims[name]
  let at: unknown = claims
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Readonly<Record<string, unknown>>)[part]
  }
  return at
}

/** One group, or a list of them. */
export function groupsOf(claim: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return all.filter((each) => typeof each === 'string')
}
