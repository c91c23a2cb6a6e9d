import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  acceptedContexts, answerContexts, answerExtended, answerRoles, answerWindow, providerRejection,
} from './negotiation.ts'
import type { UserInformation } from './pdu-user-information.ts'
import type { Services } from './services.ts'
import { CT_IMAGE_STORAGE, EXPLICIT_LE, IMPLICIT_LE, requestOf, VERIFICATION } from './testing.ts'

const FIND = '1.2.840.10008.5.1.4.1.2.2.1'
const COMMITMENT = '1.2.840.10008.1.20.1'
const DEFLATED = '1.2.840.10008.1.2.1.99'
const JPEG = '1.2.840.10008.1.2.4.50'

const never = () => assert.fail('negotiation calls no service')
const stores: Services = { store: never }
const propose = (abstractSyntax: string, ...transferSyntaxes: readonly string[]) => [{ id: 1, abstractSyntax, transferSyntaxes }]

/** What is answered to one context. */
function answer(services: Services, contexts: ReturnType<typeof propose>, userInformation: UserInformation = {}) {
  return answerContexts(requestOf({ contexts, userInformation }), services)[0]
}

describe('answerContexts', () => {
  it('accepts storage with the first Transfer Syntax that is offered, known or not', () => {
    for (const syntax of [EXPLICIT_LE, '1.2.840.10008.1.2.2', '1.3.6.1.4.1.1']) {
      const answered = answer(stores, propose(CT_IMAGE_STORAGE, syntax, IMPLICIT_LE))
      assert.deepEqual(answered, { id: 1, result: 0, transferSyntax: syntax })
    }
  })
  it('passes over what is no UID', () => {
    assert.equal(answer(stores, propose(CT_IMAGE_STORAGE, '', '../x', IMPLICIT_LE))?.transferSyntax, IMPLICIT_LE)
  })
  it('refuses services that nobody provides: abstract syntax not supported', () => {
    assert.equal(answer(stores, propose(FIND, IMPLICIT_LE))?.result, 3)
  })
  it('refuses a context without Transfer Syntax: transfer syntaxes not supported', () => {
    assert.equal(answer(stores, propose(CT_IMAGE_STORAGE))?.result, 4)
  })
  it('accepts only Verification where nothing is provided', () => {
    assert.equal(answer({}, propose(CT_IMAGE_STORAGE, IMPLICIT_LE))?.result, 3)
    assert.equal(answer({}, propose(VERIFICATION, IMPLICIT_LE))?.result, 0)
  })
  it('accepts queries in the first syntax that can be read whole', () => {
    assert.equal(answer({ find: never }, propose(FIND, JPEG, DEFLATED, IMPLICIT_LE))?.transferSyntax, DEFLATED)
    assert.equal(answer({ find: never }, propose(FIND, JPEG))?.result, 4)
  })
  it('accepts storage without a store where a C-GET will send to a peer that offers to provide', () => {
    const roles = [{ sopClassUid: CT_IMAGE_STORAGE, scu: false, scp: true }]
    assert.equal(answer({ get: never }, propose(CT_IMAGE_STORAGE, IMPLICIT_LE), { roles })?.result, 0)
    assert.equal(answer({ get: never }, propose(CT_IMAGE_STORAGE, IMPLICIT_LE))?.result, 3)
  })
  it('accepts commitment from both sides, of the reporting one without a word on roles', () => {
    for (const services of [{ commit: never }, { committed: never }]) {
      assert.equal(answer(services, propose(COMMITMENT, IMPLICIT_LE))?.result, 0)
    }
  })
  it('takes a class that it does not know for storage where the peer says so', () => {
    const unknown = '1.2.840.10008.5.1.4.77.7'
    const commonExtended = [
      { sopClassUid: unknown, serviceClassUid: '1.2.840.10008.4.2', relatedGeneralSopClassUids: [] },
    ]
    assert.equal(answer(stores, propose(unknown, IMPLICIT_LE))?.result, 3)
    assert.equal(answer(stores, propose(unknown, IMPLICIT_LE), { commonExtended })?.result, 0)
  })
})

describe('answerRoles', () => {
  const both = { sopClassUid: CT_IMAGE_STORAGE, scu: true, scp: true }
  const answered = (services: Services) => answerRoles(requestOf({ userInformation: { roles: [both] } }), services)

  it('lets a requestor use what is provided, and provide what is used', () => {
    assert.deepEqual(answered(stores), [{ ...both, scp: false }])
    assert.deepEqual(answered({ get: never }), [{ ...both, scu: false }])
    assert.deepEqual(answered({ ...stores, get: never }), [both])
  })
  it('answers nothing that was not proposed', () => {
    assert.deepEqual(answerRoles(requestOf(), stores), [])
  })
})

describe('answerWindow', () => {
  it('is silent where none was proposed', () => {
    assert.equal(answerWindow(undefined, { invoked: 8, performed: 8 }), null)
  })
  it('gives no more than either side has, 0 being no limit, as seen by the requestor', () => {
    assert.deepEqual(answerWindow({ invoked: 5, performed: 9 }, { invoked: 3, performed: 4 }), { invoked: 4, performed: 3 })
    assert.deepEqual(answerWindow({ invoked: 0, performed: 2 }, { invoked: 0, performed: 1 }), { invoked: 1, performed: 2 })
    assert.deepEqual(answerWindow({ invoked: 0, performed: 0 }, { invoked: 0, performed: 0 }), { invoked: 0, performed: 0 })
  })
})

describe('answerExtended', () => {
  it('agrees on what both want, in as many bytes as were proposed', () => {
    const proposed = [{ sopClassUid: FIND, information: Uint8Array.of(1, 1, 1) }]
    const answered = answerExtended(proposed, { relational: true, fuzzyNames: true }, never)
    assert.deepEqual(answered, [{ sopClassUid: FIND, information: Uint8Array.of(1, 0, 1) }])
  })
  it('asks the caller about all other classes, and leaves out what it does not answer', () => {
    const proposed = [CT_IMAGE_STORAGE, '1.2'].map((sopClassUid) => ({ sopClassUid, information: Uint8Array.of(2) }))
    const answered = answerExtended(proposed, {}, ({ sopClassUid, information }) => (sopClassUid === '1.2' ? null : information))
    assert.deepEqual(answered, [proposed[0]])
  })
})

describe('providerRejection', () => {
  it('rejects for good a protocol version that is not 1', () => {
    assert.deepEqual(providerRejection(requestOf({ protocolVersion: 2 })), { result: 1, source: 2, reason: 2 })
  })
  it('rejects for good another application context', () => {
    assert.deepEqual(providerRejection(requestOf({ applicationContext: '1.2' })), { result: 1, source: 1, reason: 2 })
  })
  it('lets later versions pass that still speak 1', () => {
    assert.equal(providerRejection(requestOf({ protocolVersion: 3 })), null)
  })
})

describe('acceptedContexts', () => {
  it('joins proposal and answer, and drops what was refused, never proposed, or without Transfer Syntax', () => {
    const proposed = [...propose(VERIFICATION, IMPLICIT_LE), { id: 3, abstractSyntax: '1.2', transferSyntaxes: [] }]
    const accepted = acceptedContexts(proposed, [
      { id: 1, result: 0, transferSyntax: IMPLICIT_LE },
      { id: 3, result: 3, transferSyntax: '' },
      { id: 5, result: 0, transferSyntax: IMPLICIT_LE },
    ])
    assert.deepEqual([...accepted.values()], [{ id: 1, abstractSyntax: VERIFICATION, transferSyntax: IMPLICIT_LE }])
  })
})
