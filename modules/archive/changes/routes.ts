/** The feed of changes over HTTP. Translates, decides nothing. */
import { Value } from 'typebox/value'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { isoTime } from '../../../platform/server/clock.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { route } from '../../../platform/server/http/route.ts'
import { ChangeKind, ChangePage, ChangesWanted } from '../contract.ts'
import type { Changes } from './changes.ts'

const followChanges = route({
  method: 'GET', url: '/api/changes', summary: 'What became of studies, in order, for programs that follow',
  allow: asRoleOrToken('read', 'admin', 'clerk'), callsPerMinute: 600, query: ChangesWanted, answer: ChangePage,
  async handle(changes: Changes, { caller, query: { since, limit, wait, kinds }, signal }) {
    const told = await changes.read(caller, {
      ...(since !== undefined && { since }), ...(limit !== undefined && { limit: Number(limit) }),
      ...(wait !== undefined && { waitSeconds: Number(wait) }), ...(kinds !== undefined && { kinds: kindsOf(kinds) }),
    }, signal)
    switch (told.kind) {
      case 'malformed': throw new Problem('invalid-input', 400, 'since: not a position of this feed')
      case 'gone': throw new Problem('changes-gone', 410, 'What followed this position is not kept any more. List all studies again, then follow from now.')
      case 'page': return {
        changes: told.changes.map(({ kind, studyUid, at, position }) => ({ kind, studyUid, at: isoTime(at), position })),
        last: told.last, done: told.done,
      }
    }
  },
})

function kindsOf(text: string): readonly ChangeKind[] {
  const kinds = text.split(',')
  if (!kinds.every((kind) => Value.Check(ChangeKind, kind))) throw new Problem('invalid-input', 400, 'kinds: a word that is none of them')
  return kinds
}

export const changeRoutes = [followChanges]
