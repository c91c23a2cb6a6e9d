/**
 * A Study as staff look after it: whose it is, what was corrected, where it came from, what stands on it.
 *
 * @module
 */
import { isoTime, isoTimeOrNull } from '../../../platform/server/clock.ts'
import type { People } from '../../accounts/index.ts'
import type { StudyCard } from '../contract.ts'
import { cardOf, originsOf } from '../store/card.ts'
import { cameAs, historyOf, whoseStudy, type Db } from '../store/correction.ts'
import { expectedOf } from '../store/expectations.ts'
import { heldAmong } from '../store/holds.ts'
import { wasRemoved } from '../store/removal.ts'
import { asOrdered, identityNames, type Identity } from './identity.ts'

export interface Cards {
  /** `removed`: it was here. */
  one(studyId: string): Promise<StudyCard | 'removed' | undefined>
}

export function createCards(db: Db, people: Pick<People, 'known'>): Cards {
  return {
    async one(studyId) {
      const [row, whose, came] = await Promise.all([cardOf(db, studyId), whoseStudy(db, studyId), cameAs(db, studyId)])
      if (row === undefined || whose === undefined) return (await wasRemoved(db, studyId)) ? 'removed' : undefined
      const [origins, history, held, expected] = await Promise.all([
        originsOf(db, studyId), historyOf(db, studyId), heldAmong(db, [studyId]), expectedOf(db, whose),
      ])
      const nameOf = await names(people, [...origins.map(({ accountId }) => accountId), ...history.flatMap(({ madeBy, undoneBy }) => [madeBy, undoneBy])])
      return {
        id: studyId, studyUid: whose.studyUid, ...row, modalities: [...row.modalities], changedAt: isoTime(row.changedAt),
        identity: identityOf(whose), came: came === undefined ? null : identityOf(came),
        ordered: expected === undefined ? null : asOrdered(identityOf(whose), expected), isHeld: held.has(studyId),
        origins: origins.map(({ accountId, firstAt, lastAt, ...origin }) => (
          { ...origin, by: nameOf(accountId), firstAt: isoTime(firstAt), lastAt: isoTime(lastAt) })),
        corrections: history.map(({ madeAt, madeBy, undoneAt, undoneBy, ...made }) => (
          { ...made, at: isoTime(madeAt), by: nameOf(madeBy), undoneAt: isoTimeOrNull(undoneAt), undoneBy: nameOf(undoneBy) })),
      }
    },
  }
}

function identityOf(of: Identity): Identity {
  return Object.fromEntries(identityNames.map((name) => [name, of[name]])) as unknown as Identity
}

async function names(people: Pick<People, 'known'>, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const known = await people.known(ids.filter((id) => id !== null))
  return (id) => (id === null ? null : known.get(id)?.display_name ?? null)
}
