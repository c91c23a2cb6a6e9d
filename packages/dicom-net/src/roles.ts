/**
 * Who may use and who may provide a SOP Class: the requestor uses and the acceptor provides, unless both
 * agree otherwise. PS3.7 §D.3.3.4.
 *
 * @module
 */
import type { RoleSelection } from './pdu-user-information.ts'

export type Side = 'requestor' | 'acceptor'
export type Role = 'scu' | 'scp'

/** What came out of the negotiation, by SOP Class. */
export class AgreedRoles {
  readonly #bySopClass: ReadonlyMap<string, RoleSelection>

  /** @param answered - the acceptor's items: what the requestor may be. A class without one has the default. */
  constructor(answered: readonly RoleSelection[] | undefined) {
    this.#bySopClass = new Map((answered ?? []).map((role) => [role.sopClassUid, role]))
  }

  /** Whether that side may take that role. */
  has(sopClassUid: string, side: Side, role: Role): boolean {
    const agreed = this.#bySopClass.get(sopClassUid)
    const isDefault = (side === 'requestor') === (role === 'scu')
    if (agreed === undefined) return isDefault
    // Where the requestor is user the acceptor is provider, and the reverse.
    return isDefault ? agreed.scu : agreed.scp
  }
}
