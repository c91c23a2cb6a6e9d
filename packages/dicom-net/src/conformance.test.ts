import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'vitest'
import { conformance } from './conformance.ts'
import {
  availabilityContexts, findContexts, getContexts, moveContexts, performedContexts, reportContexts, storageContexts,
  workitemContexts, workitemEventContexts, worklistContexts,
} from './contexts.ts'
import { answerContexts } from './negotiation.ts'
import { serviceClassOf } from './service-classes.ts'
import type { Services } from './services.ts'
import { Bench, EXPLICIT_LE, IMPLICIT_LE, instance, requestOf } from './testing.ts'

const bench = new Bench()
afterEach(() => bench.clear())

const never = () => assert.fail('negotiation calls no service')
const everything: Services = {
  store: never, find: never, worklist: never, move: never, get: never, commit: never, committed: never,
  beginStep: never, changeStep: never, readStep: never, available: never,
  createWorkitem: never, changeWorkitem: never, readWorkitem: never, actOnWorkitem: never, findWorkitems: never, workitemEvent: never,
}

describe('conformance', () => {
  for (const { serviceClass, sopClasses, scp, scu } of conformance) {
    it(`${serviceClass}: every class is accepted in every syntax that is listed, with its service and without it not`, () => {
      const syntaxes = scp.transferSyntaxes === 'any' ? [IMPLICIT_LE, '1.2.840.10008.1.2.4.50'] : scp.transferSyntaxes
      for (const { uid, name } of sopClasses) {
        assert.equal(serviceClassOf(uid), serviceClass)
        assert.notEqual(name, uid, 'it has a name')
        for (const syntax of syntaxes) {
          const contexts = [{ id: 1, abstractSyntax: uid, transferSyntaxes: [syntax] }]
          const results = [everything, {}].map((services) => answerContexts(requestOf({ contexts }), services)[0]?.result)
          assert.deepEqual(results, [0, scp.needs === null ? 0 : 3], `${name} in ${syntax}`)
        }
        if (scu.transferSyntaxes !== 'any') assert.ok(scu.transferSyntaxes.every((syntax) => syntaxes.includes(syntax)))
      }
    })
  }
  it('every class is negotiated with a server', async () => {
    const classes = conformance.flatMap(({ sopClasses }) => sopClasses)
    for (let at = 0; at < classes.length; at += 128) {
      const contexts = classes.slice(at, at + 128).map(({ uid }) => ({ abstractSyntax: uid, transferSyntaxes: [EXPLICIT_LE] }))
      const association = await bench.open(everything, contexts)
      assert.equal(association.contexts.length, contexts.length)
      await association.release()
    }
  })
})

describe('contexts', () => {
  it('of a C-GET fit into one request, and are accepted, the roles too', async () => {
    const contexts = getContexts('study-root')
    assert.ok(contexts.length > 100 && contexts.length <= 128, `${contexts.length}`)
    const association = await bench.open({ get: never }, contexts)
    assert.equal(association.contexts.length, contexts.length)
    assert.equal(association.acceptor.roles?.length, contexts.length - 1)
    assert.ok(association.acceptor.roles.every(({ scu, scp }) => !scu && scp))
  })
  it('of storage are one for each class and syntax', () => {
    const contexts = storageContexts([instance(1), instance(2), instance(3, '1.2')])
    assert.deepEqual(contexts.map(({ abstractSyntax }) => abstractSyntax.length > 3), [true, false])
  })
  it('of all other services are accepted', async () => {
    const contexts = [
      ...findContexts('study-root', 'patient-root', 'patient-study-only'), ...moveContexts('study-root'),
      ...worklistContexts(), ...reportContexts(), ...performedContexts(), ...availabilityContexts(),
      ...workitemContexts('push', 'pull', 'watch', 'query'), ...workitemEventContexts(),
    ]
    const association = await bench.open(everything, contexts)
    assert.equal(association.contexts.length, contexts.length)
    const told = ['1.2.840.10008.1.20.1', '1.2.840.10008.5.1.4.34.6.4']
    assert.deepEqual(association.acceptor.roles, told.map((sopClassUid) => ({ sopClassUid, scu: false, scp: true })))
  })
})
